import { Fragment, type ReactNode } from 'react'

/** A letter or braces below or above the line, a name of letters, or anything else up to the next of these. */
const PART = /([_^])(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\S))|([\p{L}]+)|([^_^\p{L}]+)/gu

/**
 * A formula in one line, typeset: `Λ_x = λ_{x0} + e^{−m}`. Names of one letter are variables; longer ones (ln, min) are
 * words. Braces nest once.
 */
export function FormulaText({ children }: { children: string }) {
  return <span>{typeset(children)}</span>
}

function typeset(text: string): ReactNode {
  return [...text.matchAll(PART)].map((match, index) => {
    const [whole, place, inBraces, single, name] = match
    return <Fragment key={index}>{part(whole, place, inBraces ?? single ?? '', name)}</Fragment>
  })
}

function part(whole: string, place: string | undefined, moved: string, name: string | undefined) {
  if (place === '_') return <sub>{typeset(moved)}</sub>
  if (place === '^') return <sup>{typeset(moved)}</sup>
  return name?.length === 1 ? <var>{name}</var> : whole
}
