import type { ImportSettings } from '#app/domain/imports/settings.ts'

/** The first rows as they were read. */
export function PreviewTable({ settings }: { settings: ImportSettings }) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="First rows of the file"
      className="mt-2 overflow-x-auto rounded-md border"
    >
      <table className="min-w-full text-small">
        <thead>
          <tr>
            {settings.columns.map((column) => (
              <th
                key={column}
                scope="col"
                title={column}
                className="max-w-48 truncate border-b bg-sunken px-2 py-1 text-left font-strong"
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settings.preview.map((cells, row) => (
            <tr key={row}>
              {settings.columns.map((column) => (
                <td
                  key={column}
                  title={cells[column]}
                  className="max-w-48 truncate border-b px-2 py-1 text-muted"
                >
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
