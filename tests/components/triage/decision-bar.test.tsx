import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, test } from 'vitest'

import { Shell } from '#app/components/shell/shell.tsx'
import { AlikeItemCard } from '#app/routes/triage/alike-item-card.tsx'
import { DecisionBar } from '#app/routes/triage/decision-bar.tsx'
import type { RequestFacts } from '#app/domain/triage/rules.ts'
import { completeBrowser } from '#tests/support/browser.ts'
import { renderAt } from '#tests/support/router.tsx'

beforeAll(completeBrowser)

const target = { id: 142, version: 3, next: '/triage/143', here: '/triage/142' }
const undo = { decisionId: 9, requestId: 141, what: 'linked REQ-141 to ITEM-1', seconds: 7 }

function renderBar(facts: Partial<RequestFacts> = {}, offered: typeof undo | null = null) {
  const request: RequestFacts = {
    id: 142,
    state: 'new',
    type: 'feature_request',
    itemId: null,
    commercialAccepted: false,
    ...facts,
  }
  const posted: string[] = []
  const page = (
    <Shell
      organisation="Kestrel Software"
      user={{ name: 'Deniz Kaya', team: 'product', role: 'contributor' }}
      theme="system"
      productLines={[]}
      currentLine={null}
      sections={['triage']}
      counts={{}}
      waiting={[]}
      mentions={0}
      maySubmit
    >
      <ul>
        {[17, 31].map((id, index) => (
          <AlikeItemCard
            key={id}
            item={{
              ...{ id, title: `Item ${id}`, words: '', status: 'candidate', horizon: null },
              ...{ accounts: 1, likeness: 'alike' },
            }}
            place={index + 1}
            named={false}
            words={[]}
            mayLink
            effect={null}
            pane={{ request, account: { name: 'Tauern' }, options: { baseCurrency: 'EUR' } }}
            target={target}
          />
        ))}
      </ul>
      <DecisionBar
        request={request}
        first={{ id: 17 }}
        undo={offered}
        target={target}
        open={null}
      />
    </Shell>
  )
  const record = async ({ request: sent }: { request: Request }) => {
    const body = new URLSearchParams([...(await sent.formData())] as [string, string][])
    posted.push(`${new URL(sent.url).pathname}?${body}`)
    return null
  }
  const { router } = renderAt('/triage/142', page, [
    { path: '/triage/142', element: page },
    ...['link', 'unlink'].map((noun) => ({ path: `/requests/142/${noun}`, action: record })),
    { path: '/decisions/9/undo', action: record, element: <p>undone</p> },
  ])
  return {
    user: userEvent.setup(),
    posted,
    at: () => router.state.location.pathname + router.state.location.search,
  }
}

describe('keys of the bar', () => {
  test('Enter links to the first item, with what the person saw and where to go on', async () => {
    const { user, posted } = renderBar()
    await user.keyboard('{Enter}')
    await expect
      .poll(() => posted)
      .toEqual(['/requests/142/link?version=3&next=%2Ftriage%2F143&itemId=17'])
  })

  test('a number links to the item of that place', async () => {
    const { user, posted } = renderBar()
    await user.keyboard('2')
    await expect
      .poll(() => posted)
      .toEqual(['/requests/142/link?version=3&next=%2Ftriage%2F143&itemId=31'])
  })

  test.each([
    ['n', 'item'],
    ['s', 'split'],
    ['m', 'merge'],
    ['a', 'answer'],
    ['b', 'question'],
    ['d', 'decline'],
  ])('%s opens the form of %s at its own address', async (key, panel) => {
    const { user, at } = renderBar()
    await user.keyboard(key)
    await expect.poll(at).toBe(`/triage/142?decide=${panel}`)
  })

  test.each([
    ['bug', 'f', 'fast-lane'],
    ['change_request', 'o', 'commercial'],
  ] as const)('a %s has its own: %s', async (type, key, panel) => {
    const { user, at } = renderBar({ type })
    await user.keyboard(key)
    await expect.poll(at).toBe(`/triage/142?decide=${panel}`)
  })

  test('Z undoes what was just decided', async () => {
    const { user, posted } = renderBar({}, undo)
    expect(screen.getByRole('status')).toHaveTextContent('You linked REQ-141 to ITEM-1')
    await user.keyboard('z')
    expect(await screen.findByText('undone')).toBeInTheDocument()
    expect(posted).toEqual(['/decisions/9/undo?next=%2Ftriage%2F141'])
  })
})

describe('what the bar offers', () => {
  const names = () =>
    [...screen.getByRole('toolbar', { name: 'Decision' }).querySelectorAll('a, button')].map(
      (each) => each.getAttribute('aria-keyshortcuts'),
    )

  test('a question is answered, not linked', () => {
    renderBar({ type: 'question' })
    expect(names()).toEqual(['N', 'S', 'M', 'A', 'B', 'D'])
  })

  test('a linked request is unlinked', async () => {
    const { user, posted } = renderBar({ state: 'linked', itemId: 17 })
    expect(names()).toEqual(['U'])
    await user.keyboard('u')
    await expect.poll(() => posted).toEqual(['/requests/142/unlink?version=3&next=%2Ftriage%2F143'])
  })

  test('one that waits for a commercial decision has it recorded, or is declined', () => {
    renderBar({ state: 'commercial', type: 'change_request' })
    expect(names()).toEqual(['O', 'D'])
  })
})
