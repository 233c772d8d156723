import { CommentForm } from '#app/components/comments/comment-form.tsx'
import { CommentList } from '#app/components/comments/comment-list.tsx'
import type { Comment } from '#app/domain/comments/comment.ts'

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
        <CommentList comments={comments} now={now} />
      )}
      {mayComment ? (
        <CommentForm
          key={comments.length}
          action={`/items/${itemId}/comments`}
          people={people}
          back={back}
        />
      ) : null}
    </>
  )
}
