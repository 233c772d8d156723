import type { ReactNode } from 'react'

import { FormErrors } from '#app/components/forms/fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { KbdOnAccent } from '#app/components/ui/kbd.tsx'

/** The button of a long form, always in reach, with what is wrong with the form as a whole. */
export function SubmitBar({
  errors,
  busy,
  label,
  foot,
}: {
  errors: string[]
  busy: boolean
  label: string
  /** Beside the button. */
  foot?: ReactNode
}) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-t bg-surface px-4 py-2.5 max-md:bottom-[calc(var(--spacing-bar)+env(safe-area-inset-bottom))] md:-mx-6 md:px-6">
      <div className="w-full empty:hidden [&>*]:mb-0">
        <FormErrors errors={errors} />
      </div>
      <Button variant="primary" size="large" busy={busy} className="max-md:flex-1">
        {label}
        <KbdOnAccent>Ctrl Enter</KbdOnAccent>
      </Button>
      {foot}
    </div>
  )
}
