import path from 'node:path'
import { IMPORT_TABLE } from './import-table.js'

/** @param {string} pattern '**' is any path, '*' any name. */
function toRegExp(pattern) {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*\*|\*/g, (star) =>
      star === '*' ? '[^/]*' : star === '**' ? '.*' : '(.*/)?',
    )
  return new RegExp(`^${source}$`)
}

/** @param {string[]} patterns @param {string} name */
function allows(patterns, name) {
  let allowed = false
  for (const pattern of patterns) {
    const forbids = pattern.startsWith('!')
    if (toRegExp(forbids ? pattern.slice(1) : pattern).test(name)) allowed = !forbids
  }
  return allowed
}

/** Folder of a route: routes that lie together may share their sibling files. @param {string} file */
const routeFolder = (file) => (file.startsWith('app/routes/') ? path.posix.dirname(file) : '')

/** @param {string} file @param {string} specifier @returns {string | undefined} the complaint */
function complaint(file, specifier) {
  if (specifier.startsWith('../')) return 'Write it with the alias (#app/..., #db/...), not as ../'
  const row = IMPORT_TABLE.find((candidate) => candidate.files.test(file))
  if (!row) return undefined
  const ours = specifier.startsWith('#')
    ? specifier.slice(1)
    : specifier.startsWith('./')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : undefined
  if (ours === undefined) {
    // In the name of a package a slash is nothing special.
    const patterns = row.packages.map((pattern) => pattern.replace('*', '**'))
    return allows(patterns, specifier) ? undefined : say(row, specifier)
  }
  const target = ours.replace(/\?.*$/, '')
  if (allows(row.ours, target)) return undefined
  const sibling = routeFolder(file) !== '' && routeFolder(file) === routeFolder(target)
  return sibling ? undefined : say(row, target)
}

/** @param {import('./import-table.js').Row} row @param {string} target */
const say = (row, target) => `${row.name} must not import ${target}. ${row.advice}`

/** The import table as a rule. @type {import('eslint').Rule.RuleModule} */
export const layers = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    /** @param {import('estree').Node | null | undefined} source */
    const check = (source) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const message = complaint(file, source.value)
      if (message) context.report({ node: source, message })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
    }
  },
}
