import { Callout } from '#app/components/ui/callout.tsx'

/**
 * What is wrong with a long form, at its top and in focus, each with the way to its field. For a page without scripts:
 * elsewhere the first wrong field itself takes the focus.
 */
export function ErrorSummary({
  formId,
  title,
  errors,
  places = {},
}: {
  formId: string
  title: string
  /** By the name of the field; the form's own have an empty one. */
  errors: Readonly<Record<string, readonly string[]>>
  /** The field beside which the errors of another one stand. */
  places?: Readonly<Record<string, string>>
}) {
  const wrong = Object.entries(errors).flatMap(([name, said]) =>
    said.map((message) => ({ name, message })),
  )
  if (wrong.length === 0) return null
  return (
    <noscript>
      <div tabIndex={-1} autoFocus className="mb-3">
        <Callout tone="risk" title={title} live>
          <ul>
            {wrong.map(({ name, message }) => (
              <li key={`${name} ${message}`}>
                {name === '' ? (
                  message
                ) : (
                  <a href={`#${formId}-${places[name] ?? name}`} className="underline">
                    {message}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Callout>
      </div>
    </noscript>
  )
}
