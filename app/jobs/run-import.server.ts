import { z } from 'zod'

import { resumeImports, runImport } from '#app/domain/imports/run-import.server.ts'
import { database } from '#db/client.ts'
import type { Queue } from '#db/queue.ts'

const job = z.object({ importId: z.int() })

/** Checks, applies or undoes an import. */
export const runImportJob: Queue = {
  name: 'run-import',
  expireInSeconds: 3600,
  run: (data) => runImport({ db: database(), now: new Date() }, job.parse(data).importId),
}

/** Every minute, imports whose process died. */
export const resumeImportsJob: Queue = {
  name: 'resume-imports',
  everyCron: '* * * * *',
  run: () => resumeImports({ db: database(), now: new Date() }),
}
