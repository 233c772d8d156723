import { useState } from 'react'

/**
 * Whether a form is shown: while it is open, and from then on, so that what is typed stays when somebody else closes
 * it meanwhile.
 *
 * @param answered it was just sent and refused; without JavaScript the page comes anew with that
 */
export function useKeptOpen(open: boolean, answered: boolean): boolean {
  const [kept, setKept] = useState(open || answered)
  if (open && !kept) setKept(true)
  return kept || open
}
