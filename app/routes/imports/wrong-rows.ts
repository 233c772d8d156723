import { Readable } from 'node:stream'

import { createReadableStreamFromReadable } from '@remix-run/node'

import { writeWrongRows } from '#app/domain/imports/wrong-rows.server.ts'
import { idParam } from '#app/http/params.server.ts'
import { privateLoader } from '#app/http/route.server.ts'

/** `GET /imports/:id/wrong-rows.csv`: the rows to mend, as a file. */
export const loader = privateLoader('import.run', async (ctx, { params }) => {
  const { fileName, pieces } = await writeWrongRows(ctx, idParam(params.id, 'This import'))
  return new Response(createReadableStreamFromReadable(Readable.from(pieces)), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  })
})
