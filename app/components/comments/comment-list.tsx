import { TimeText } from '#app/components/date-text.tsx'
import { TeamDot } from '#app/components/team-dot.tsx'
import { Avatar } from '#app/components/ui/avatar.tsx'
import type { Comment } from '#app/domain/comments/comment.ts'

/** What was said, the oldest first. */
export function CommentList<C extends Comment>({
  comments,
  now,
  note,
}: {
  comments: readonly C[]
  now: Date
  /** What else stands beside the name, of some comments. */
  note?: (comment: C) => string | null
}) {
  return (
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
            <span className="text-small text-muted">{note?.(comment)}</span>
          </p>
          <p dir="auto" className="mt-0.5 pl-6.5 text-body wrap-anywhere whitespace-pre-wrap">
            {comment.pieces.map(({ text, personId }, index) =>
              personId === null ? text : <b key={index}>{text}</b>,
            )}
          </p>
        </li>
      ))}
    </ol>
  )
}
