import type { SubmissionResult } from '@conform-to/react'
import { data } from '@remix-run/node'
import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider, useLoaderData, useRevalidator } from 'react-router-dom'
import { describe, expect, test } from 'vitest'

import type { RequestState } from '#db/constants.ts'
import type { DecisionTarget } from '#app/routes/triage/decision-form.tsx'
import type { Pane } from '#app/routes/triage/load-pane.server.ts'
import { OpenPanel } from '#app/routes/triage/panels.tsx'
import { shouldRevalidate } from '#app/routes/triage/request.tsx'
import { FUTURE } from '#tests/support/router.tsx'

const NOW = new Date('2026-03-10T09:00:00Z')
const TOLD = 'Jonas Weber declined REQ-142 2 minutes ago.'

/** As much of the pane as a decision's form reads. */
function paneOf(state: RequestState, version: number): Pane {
  const declined = {
    ...{ key: 'decision 9', by: 'Jonas Weber', what: 'declined REQ-142', undone: false },
    at: new Date('2026-03-10T08:58:00Z'),
  }
  return {
    request: { id: 142, state, version, type: 'feature_request', itemId: null },
    history: state === 'declined' ? [declined] : [],
    undo: null,
    now: NOW,
  } as unknown as Pane
}

const refused = (words: string, version = '3'): SubmissionResult<string[]> => ({
  status: 'error',
  initialValue: { version, words },
  error: { '': [`${TOLD} Your decision was not saved.`] },
})

/** The form of declining, in a pane whose request somebody else declines as soon as `decidedByOther` is called. */
function renderPanel(state: RequestState, result?: DecisionTarget['result']) {
  let pane = paneOf(state, 3)
  const decidedByOther = () => (pane = paneOf('declined', 4))
  const undo = { decisionId: 10, requestId: 142, what: 'took up REQ-142 again', seconds: 10 }
  const posted: string[] = []
  function Page() {
    const loaded = useLoaderData() as Pane
    const { revalidate } = useRevalidator()
    const target = {
      ...{ id: 142, version: loaded.request.version, next: '/triage/143', here: '/triage/142' },
      result,
    }
    return (
      <>
        <OpenPanel name="decline" target={target} pane={loaded} />
        <button onClick={revalidate}>Revalidate</button>
      </>
    )
  }
  const router = createMemoryRouter(
    [
      { id: 'pane', path: '/triage/142', loader: () => pane, shouldRevalidate, element: <Page /> },
      {
        path: '/requests/142/decline',
        action: async ({ request }) => {
          const body = await request.formData()
          posted.push(`${body.get('version')} ${body.get('words')}`)
          decidedByOther()
          const result = refused(String(body.get('words')), String(body.get('version')))
          return data({ result }, { status: 409 })
        },
      },
      {
        path: '/requests/142/reopen',
        action: () => {
          pane = { ...paneOf('new', 5), undo }
          return null
        },
      },
    ],
    {
      initialEntries: ['/triage/142'],
      future: FUTURE,
      hydrationData: { loaderData: { pane } },
    },
  )
  render(<RouterProvider router={router} future={{ v7_startTransition: true }} />)
  return { user: userEvent.setup(), decidedByOther, posted }
}

const words = () => screen.findByLabelText('Words for the customer')

describe('a form that is open while somebody else decides', () => {
  test('stays with its words when the pane is loaded anew, and says who did what', async () => {
    const { user, decidedByOther } = renderPanel('new')
    await user.type(await words(), 'Not this year.')
    decidedByOther()
    await user.click(screen.getByRole('button', { name: 'Revalidate' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      `${TOLD} What you wrote is still here.`,
    )
    expect(screen.getByText('REQ-142 is declined. Take it up again first.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Take it up again' })).toBeInTheDocument()
    expect(await words()).toHaveValue('Not this year.')
  })

  test('says what the action refused, and the next try knows of the other decision', async () => {
    const { user, posted } = renderPanel('new')
    await user.selectOptions(await screen.findByLabelText('Reason'), 'Too few accounts ask')
    await user.type(await words(), 'Not this year.')
    await user.click(screen.getByRole('button', { name: 'Decline' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(`${TOLD} Your decision was not`)
    expect(await screen.findByText(/Take it up again first/)).toBeInTheDocument()
    expect(await words()).toHaveValue('Not this year.')
    await user.click(screen.getByRole('button', { name: 'Decline' }))
    await expect.poll(() => posted).toEqual(['3 Not this year.', '4 Not this year.'])
  })
})

test('what was refused is over once the person took the request up again', async () => {
  const { user } = renderPanel('new')
  await user.selectOptions(await screen.findByLabelText('Reason'), 'Too few accounts ask')
  await user.type(await words(), 'Not this year.')
  await user.click(screen.getByRole('button', { name: 'Decline' }))
  await user.click(await screen.findByRole('button', { name: 'Take it up again' }))
  await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument())
  expect(await words()).toHaveValue('Not this year.')
})

describe('a decision that is closed', () => {
  test('has no form', async () => {
    renderPanel('declined')
    expect(await screen.findByText(/Take it up again first/)).toBeInTheDocument()
    expect(screen.queryByLabelText('Words for the customer')).not.toBeInTheDocument()
  })

  test('has the form that was just sent without JavaScript, with its words and why', async () => {
    renderPanel('declined', refused('Not this year.'))
    expect(await words()).toHaveValue('Not this year.')
    expect(screen.getByRole('alert')).toHaveTextContent(`${TOLD} Your decision was not saved`)
  })
})
