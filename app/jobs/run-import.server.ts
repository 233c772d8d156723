import { z } from 'zod'

import { forgetImports } from '#app/domain/imports/forget-imports.server.ts'
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

/** Every night, files that were not applied. */
export const forgetImportsJob: Queue = {
  name: 'forget-imports',
  everyCron: '47 3 * * *',
  run: () => forgetImports({ db: database(), now: new Date() }),
}
