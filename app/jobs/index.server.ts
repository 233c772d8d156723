import type { Queue } from '#db/queue.ts'

/** Every job of the product. Each process works all of them; each job runs in one process. */
export const JOBS: readonly Queue[] = []
