import { fold } from './fold.ts'

/** The words of a name for an address or a key: `Kargo & Depo` is `kargo-depo`; empty when none can be written so. */
export function slug(name: string, joint: '-' | '_' = '-'): string {
  return fold(name)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join(joint)
}

/** `wanted`, or the first of `wanted-2`, `wanted-3` … that is not taken. */
export function untaken(
  wanted: string,
  taken: ReadonlySet<string>,
  joint: '-' | '_' = '-',
): string {
  let candidate = wanted
  for (let n = 2; taken.has(candidate); n += 1) candidate = `${wanted}${joint}${n}`
  return candidate
}
