import { expect, test } from 'vitest'
import { visibleSections } from '#app/components/shell/visible-sections.ts'

const READ = ['backlog', 'publications', 'accounts', 'profile', 'model']

test.each([
  ['a viewer', { role: 'viewer', team: 'other' }, READ],
  ['a CSM', { role: 'contributor', team: 'cs' }, ['requests', ...READ]],
  ['a PM', { role: 'contributor', team: 'product' }, ['triage', 'requests', ...READ]],
  ['a CS manager', { role: 'manager', team: 'cs' }, ['requests', ...READ, 'imports']],
  [
    'an admin outside both teams',
    { role: 'admin', team: 'other' },
    [...READ, 'imports', 'people', 'settings', 'audit'],
  ],
] as const)('%s sees only what opens', (_who, who, sections) => {
  expect(visibleSections(who)).toEqual(sections)
})
