/** What a version changed when it took effect; ARR in base units, null for whoever may not see revenue. */
export type Effect = {
  accountsUp: number
  accountsDown: number
  arr: number | null
  currency: string
  mostPlaces: number
}
