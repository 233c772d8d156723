/** Time from submission to the first answer. */
export type ResponseTimes = {
  answered: number
  /** Milliseconds; null when nothing was answered. */
  median: number | null
  /** Answered within the target, 0 to 1; null when nothing was answered. */
  withinTarget: number | null
}

type Answered = { createdAt: Date; answerDueAt: Date; firstAnsweredAt: Date }

/** The middle of the waits (the mean of the two middle ones for an even count) and the share that kept the target. */
export function responseTimes(answered: readonly Answered[]): ResponseTimes {
  const waits = answered
    .map(({ createdAt, firstAnsweredAt }) => firstAnsweredAt.getTime() - createdAt.getTime())
    .sort((a, b) => a - b)
  const upper = waits[Math.floor(waits.length / 2)]
  if (upper === undefined) return { answered: 0, median: null, withinTarget: null }
  const lower = waits[Math.floor((waits.length - 1) / 2)] ?? upper
  const kept = answered.filter((row) => row.firstAnsweredAt <= row.answerDueAt).length
  return {
    answered: waits.length,
    median: (lower + upper) / 2,
    withinTarget: kept / waits.length,
  }
}
