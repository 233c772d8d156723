import { Printer } from 'lucide-react'

import { Button } from '#app/components/ui/button.tsx'

/** Opens the browser's print dialog; without JavaScript the browser's own menu does the same. */
export function PrintButton() {
  return (
    <Button
      type="button"
      icon={<Printer aria-hidden className="size-4" />}
      onClick={() => window.print()}
    >
      Print
    </Button>
  )
}
