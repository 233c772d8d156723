import type { ReactNode } from 'react'
import { Disclosure } from '#app/components/ui/disclosure.tsx'

/** A chart, and the table behind it for those who would rather read. */
export function ChartFrame({
  caption,
  head,
  rows,
  children,
}: {
  caption: string
  head: readonly string[]
  /** One row a value: its name first, then its figures as they are shown. */
  rows: ReadonlyArray<{ key: string; cells: readonly string[] }>
  children: ReactNode
}) {
  return (
    <figure>
      {children}
      <Disclosure summary="As a table" className="mt-1 print:hidden">
        <table className="mt-1 w-full text-small">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((name, column) => (
                <th
                  key={name}
                  scope="col"
                  className={`border-b py-0.5 font-regular text-muted ${column === 0 ? 'text-left' : 'text-right'}`}
                >
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [name, ...figures] }) => (
              <tr key={key}>
                <th scope="row" className="border-b py-0.5 text-left font-regular">
                  {name}
                </th>
                {figures.map((figure, column) => (
                  <td key={head[column + 1]} className="border-b py-0.5 text-right">
                    {figure}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  )
}
