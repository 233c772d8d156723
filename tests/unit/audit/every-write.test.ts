import { readFileSync } from 'node:fs'
import path from 'node:path'

import ts from 'typescript'
import { expect, test } from 'vitest'

/** What writes without an event, because nobody decided anything. Whatever else is called from outside records one. */
const SILENT = [
  // What somebody is just typing, and what they have seen.
  'requests/drafts.server.ts#forgetDraft',
  'requests/drafts.server.ts#keepDraft',
  'requests/drafts.server.ts#openDraft',
  'requests/drafts.server.ts#saveDraft',
  'requests/unread.server.ts#markRead',
  'comments/mention-list.server.ts#markMentionsRead',
  'items/get-item-tab.server.ts#getItemTab',
  // Blind answers, until their sender hands them in.
  'polls/answer-poll.server.ts#ratePollAccount',
  'polls/answer-poll.server.ts#savePollPoints',
  // What the clock does.
  'icp/drift/send-notes.server.ts#sendNotes',
  'imports/forget-imports.server.ts#forgetImports',
  'imports/run-import.server.ts#resumeImports',
  'people/forget-expired.server.ts#forgetExpired',
  'people/issue-setup-code.server.ts#issueSetupCode',
  'scoring/turn-day.server.ts#turnDay',
]

const files = Object.keys(import.meta.glob(['/app/**/*.{ts,tsx}', '!/app/components/**']))

type Body = { file: string; node: ts.Node }

/** The functions at the top of every file, by `file#name`. */
const bodies = new Map<string, Body>()
/** What a file imports, as `file#name` by the local name. */
const imports = new Map<string, Map<string, string>>()

for (const file of files) {
  const source = ts.createSourceFile(
    file,
    readFileSync(`.${file}`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const imported = new Map<string, string>()
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      const name = statement.name.text
      bodies.set(`${file}#${name}`, { file, node: statement })
    } else if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        if (!initializer || !ts.isIdentifier(name)) continue
        bodies.set(`${file}#${name.text}`, { file, node: initializer })
      }
    } else if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      const from = statement.moduleSpecifier.text
      const target = from.startsWith('#app/')
        ? from.replace('#app/', '/app/')
        : path.join(path.dirname(file), from)
      const named = statement.importClause?.namedBindings
      if (!named || !ts.isNamedImports(named)) continue
      for (const { name, propertyName } of named.elements) {
        imported.set(name.text, `${target}#${(propertyName ?? name).text}`)
      }
    }
  }
  imports.set(file, imported)
}

/** What a function does itself, and which functions of ours it names. */
function look({ file, node }: Body) {
  const names: string[] = []
  let writes = false
  const visit = (child: ts.Node) => {
    if (
      ts.isCallExpression(child) &&
      ts.isPropertyAccessExpression(child.expression) &&
      /^(insert|update|delete)$/.test(child.expression.name.text) &&
      /\b(db|tx|database\(\))$/.test(child.expression.expression.getText())
    ) {
      writes = true
    }
    if (ts.isIdentifier(child)) {
      const key = imports.get(file)?.get(child.text) ?? `${file}#${child.text}`
      if (bodies.has(key)) names.push(key)
    }
    ts.forEachChild(child, visit)
  }
  ts.forEachChild(node, visit)
  return { names, writes }
}

const looked = new Map([...bodies].map(([key, body]) => [key, look(body)]))

/** Everything that a function reaches, itself included. */
function reach(start: string): Set<string> {
  const seen = new Set<string>()
  const waiting = [start]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (seen.has(key)) continue
    seen.add(key)
    waiting.push(...(looked.get(key)?.names ?? []))
  }
  return seen
}

const DOMAIN = '/app/domain/'
const RECORD = `${DOMAIN}events.server.ts#recordEvent`

/** Functions of the domain that something outside it names, with all they reach. */
const entrances = new Map(
  [...looked]
    .filter(([key]) => !key.startsWith(DOMAIN))
    .flatMap(([, { names }]) => names)
    .filter((key) => key.startsWith(DOMAIN))
    .map((key) => [key.slice(DOMAIN.length), reach(key)]),
)

/** Whether something besides the event itself is written. */
const writes = (reached: Set<string>) =>
  [...reached].some((key) => key !== RECORD && looked.get(key)?.writes)

test('whatever changes something by hand is in the audit log', () => {
  const silent = [...entrances].filter(([, reached]) => writes(reached) && !reached.has(RECORD))
  expect(silent.map(([key]) => key).sort()).toEqual([...SILENT].sort())
})

test('the look at the code sees the commands', () => {
  const seen = [...entrances].filter(([, reached]) => writes(reached) && reached.has(RECORD))
  expect(seen.map(([key]) => key)).toEqual(
    expect.arrayContaining([
      'people/change-role.server.ts#changeRole',
      'requests/submit-request.server.ts#submitRequest',
      'triage/link-to-item.server.ts#linkToItem',
      'imports/upload-import.server.ts#uploadImport',
    ]),
  )
})
