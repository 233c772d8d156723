import type { Post } from '#app/domain/post.ts'
import type { Queue } from '#db/queue.ts'

import { checkScoresJob } from './check-scores.server.ts'
import { forgetExpiredJob } from './forget-expired.server.ts'
import { keepProfileMonthJob } from './keep-profile-month.server.ts'
import { forgetImportsJob, resumeImportsJob, runImportJob } from './run-import.server.ts'
import { tendPollsJob } from './tend-polls.server.ts'
import { turnDayJob } from './turn-day.server.ts'

/**
 * Every job of the product. Each process works all of them; each job runs in one process. They are given what sends
 * mail, or null where nothing does.
 */
export const JOBS: readonly Queue<Post | null>[] = [
  forgetExpiredJob,
  forgetImportsJob,
  turnDayJob,
  checkScoresJob,
  keepProfileMonthJob,
  tendPollsJob,
  runImportJob,
  resumeImportsJob,
]
