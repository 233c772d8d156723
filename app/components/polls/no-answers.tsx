import { ButtonLink } from '#app/components/ui/button.tsx'
import { EmptyState } from '#app/components/ui/empty-state.tsx'

/** Why there is nothing to answer any more. */
export function NoAnswers({ pollId, closed }: { pollId: number; closed: boolean }) {
  return (
    <EmptyState
      title={closed ? 'This poll is closed' : 'Your answers are sent'}
      action={
        <ButtonLink to={`/polls/${pollId}/results`}>
          {closed ? 'See the results' : 'See how many have answered'}
        </ButtonLink>
      }
    >
      {closed
        ? 'Whatever you had answered before is kept.'
        : 'Thank you. The results are shown to everybody once the poll is closed.'}
    </EmptyState>
  )
}
