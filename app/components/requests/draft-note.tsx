import type { DraftStatus } from './use-draft.ts'

const WORDS = {
  saved: 'Draft saved',
  device: 'Draft kept on this device',
  'signed-out': 'Draft saved. You are signed out',
} as const

/** Whether what is typed is safe. */
export function DraftNote({ status }: { status: DraftStatus }) {
  return (
    <span role="status" className="text-small text-muted max-md:ml-auto">
      {status === null ? null : WORDS[status]}
      {status === 'signed-out' ? (
        <>
          {': '}
          <a href="/login?next=%2Frequests%2Fnew" className="text-accent underline">
            sign in
          </a>
        </>
      ) : null}
    </span>
  )
}
