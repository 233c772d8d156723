/** What is told of an account to whoever rates it. */
export function AccountFacts({
  name,
  facts,
}: {
  name: string
  facts: readonly { label: string; value: string | null }[]
}) {
  return (
    <>
      <h2 aria-live="polite" className="pt-4 text-head">
        {name}
      </h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 pt-1 text-row">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className={value === null ? 'text-muted italic' : 'wrap-anywhere'}>
              {value ?? 'not known'}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}
