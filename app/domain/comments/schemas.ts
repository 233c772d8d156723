import { z } from 'zod'

import { paragraph } from '#app/lib/fields.ts'

export const commentSchema = z.object({ body: paragraph('Write something.', 10_000) })
