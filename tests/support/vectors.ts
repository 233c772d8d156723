import { scoreFileSchema } from '#app/domain/scoring/file.ts'

import vectors from './model-vectors.json'

/** The worked example of the model: seven exposures, five items, thirteen links, and what they must come to. */
export const example = scoreFileSchema.parse(vectors)
export const expected = vectors.expected
export const fitExample = vectors.fit
export const backtestExample = vectors.backtest
export const planExample = vectors.plan
export const alignmentExample = vectors.alignment
