import type { TriageOptions } from '#app/domain/triage/get-options.server.ts'

/** Product lines to choose from. */
export function lineOptions({ lines }: Pick<TriageOptions, 'lines'>) {
  return lines.map(({ id, name }) => ({ value: id, label: name }))
}

/** Areas to choose from, with their line where there are several. */
export function areaOptions({ lines }: Pick<TriageOptions, 'lines'>) {
  return lines.flatMap((line) =>
    line.areas.map((area) => ({
      value: area.id,
      label: lines.length > 1 ? `${line.name}: ${area.name}` : area.name,
    })),
  )
}
