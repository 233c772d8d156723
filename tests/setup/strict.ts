import { afterEach, beforeEach, expect, vi } from 'vitest'

/** A test that makes the code complain on the console has failed, whatever else it expects. */
const complaints: string[] = []

beforeEach(() => {
  complaints.length = 0
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...parts: unknown[]) => {
      complaints.push(`console.${method}: ${parts.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  const seen = [...complaints]
  vi.restoreAllMocks()
  expect(seen).toEqual([])
})
