import { Check, Copy } from 'lucide-react'
import { useId, useState } from 'react'

import { Button } from '#app/components/ui/button.tsx'
import { TextInput } from '#app/components/ui/inputs.tsx'

/** A value to be taken along, such as a link; without JavaScript it can still be selected. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const id = useId()
  const [copied, setCopied] = useState(false)
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-row font-strong">
        {label}
      </label>
      <div className="flex gap-2">
        <TextInput
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono"
        />
        <Button
          type="button"
          icon={
            copied ? (
              <Check aria-hidden className="size-4" />
            ) : (
              <Copy aria-hidden className="size-4" />
            )
          }
          onClick={() => {
            void navigator.clipboard.writeText(value).then(() => setCopied(true))
          }}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </div>
  )
}
