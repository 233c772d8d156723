import { cannyPeer } from './canny.ts'
import { gitlabGrowth, gitlabRetention } from './gitlab.ts'
import { jira } from './jira.ts'
import { arrPerCost, votesPerCost } from './plain.ts'
import { productboard } from './productboard.ts'
import { ricePeer } from './rice.ts'
import type { Peer } from './types.ts'
import { wsjfPeer } from './wsjf.ts'
import { zudoPeer } from './zudo.ts'

export const PEER_IDS = [
  'arr',
  'votes',
  'rice',
  'wsjf',
  'productboard',
  'jira',
  'canny',
  'zudo',
  'gitlab-retention',
  'gitlab-growth',
] as const
export type PeerId = (typeof PEER_IDS)[number]

/** The formulas that our order can be held against. Source of each: what its maker documents in public. */
export const PEERS: Readonly<Record<PeerId, Peer>> = {
  arr: arrPerCost,
  votes: votesPerCost,
  rice: ricePeer,
  wsjf: wsjfPeer,
  productboard,
  jira,
  canny: cannyPeer,
  zudo: zudoPeer,
  'gitlab-retention': gitlabRetention,
  'gitlab-growth': gitlabGrowth,
}
