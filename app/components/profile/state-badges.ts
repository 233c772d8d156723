/** The tone and the word of each state of a version. */
export const STATE_BADGES = {
  draft: ['plain', 'draft'],
  proposed: ['watch', 'proposed'],
  current: ['good', 'in force'],
  superseded: ['plain', 'replaced'],
  withdrawn: ['plain', 'withdrawn'],
  rejected: ['plain', 'rejected'],
} as const
