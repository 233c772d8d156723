import { TimeText } from '#app/components/date-text.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import { Avatar } from '#app/components/ui/avatar.tsx'
import type { Comment } from '#app/domain/items/item-page.ts'

import { CommentForm } from './comment-form.tsx'

type DiscussionProps = {
  itemId: number
  comments: readonly Comment[]
  /** Names to mention. */
  people: readonly string[]
  mayComment: boolean
  /** Where a new comment leads back to. */
  back: string
  now: Date
}

/** What was said about an item, the oldest first, and the box to say more. */
export function Discussion({ itemId, comments, people, mayComment, back, now }: DiscussionProps) {
  return (
    <>
      {comments.length === 0 ? (
        <p className="py-3 text-muted">Nobody has said anything yet.</p>
      ) : (
        <ol className="mb-3 divide-y divide-line border-b">
          {comments.map((comment) => (
            <li key={comment.id} id={`comment-${comment.id}`} className="py-2">
              <p className="flex flex-wrap items-center gap-x-1.5">
                <Avatar decorative name={comment.by} />
                <b>{comment.by}</b>
                <TeamDot wordless team={comment.team} />
                <span className="text-small text-muted">
                  <TimeText at={comment.at} now={now} />
                </span>
              </p>
              <p dir="auto" className="mt-0.5 pl-6.5 text-body wrap-anywhere whitespace-pre-wrap">
                {comment.pieces.map(({ text, personId }, index) =>
                  personId === null ? text : <b key={index}>{text}</b>,
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
      {mayComment ? (
        <CommentForm key={comments.length} itemId={itemId} people={people} back={back} />
      ) : null}
    </>
  )
}
