import type { ValueMap } from './mapping.ts'

type Meanings = Readonly<Record<string, readonly string[]>>

/** Words of common systems for our choices, folded. */
const MEANINGS: Readonly<Record<string, Meanings>> = {
  lifecycle: {
    prospect: [
      'lead',
      'marketing qualified lead',
      'sales qualified lead',
      'subscriber',
      'opportunity',
      'trial',
      'aday',
    ],
    onboarding: ['implementation', 'kickoff', 'kurulum'],
    active: [
      'customer',
      'customer - direct',
      'customer - channel',
      'evangelist',
      'live',
      'aktif',
      'musteri',
      'kunde',
    ],
    churned: ['former customer', 'churn', 'cancelled', 'canceled', 'lost', 'inactive', 'kayip'],
  },
  health: {
    green: ['good', 'healthy', 'yesil', 'grun'],
    yellow: ['amber', 'orange', 'neutral', 'sari', 'gelb'],
    red: ['poor', 'at risk', 'kirmizi', 'rot'],
    unknown: ['none', 'n/a', 'bilinmiyor'],
  },
  period: {
    year: ['annual', 'annually', 'yearly', 'y', 'per year', 'yil', 'yillik', 'jahrlich'],
    month: ['monthly', 'm', 'per month', 'ay', 'aylik', 'monatlich'],
  },
  state: {
    won: ['closed won', 'kazanildi', 'gewonnen'],
    lost: ['closed lost', 'kaybedildi', 'verloren'],
  },
  kind: {
    new: ['new business', 'new customer', 'newbusiness', 'yeni'],
    expansion: [
      'existing business',
      'existingbusiness',
      'existing customer - upgrade',
      'upsell',
      'cross-sell',
      'add-on',
      'upgrade',
    ],
    renewal: ['existing customer - renewal', 'yenileme'],
  },
  type: {
    bug: ['defect', 'problem', 'incident', 'hata'],
    change_request: ['change', 'cr', 'degisiklik'],
    feature_request: ['feature', 'new feature', 'improvement', 'story', 'epic', 'idea', 'talep'],
    question: ['support', 'how to', 'inquiry', 'soru'],
  },
  importance: {
    blocker: ['highest', 'showstopper', 'engelleyici'],
    critical: ['high', 'urgent', 'p1', 'yuksek', 'acil'],
    major: ['medium', 'normal', 'p2', 'orta'],
    minor: ['low', 'lowest', 'trivial', 'p3', 'p4', 'dusuk'],
  },
  status: {
    new: [
      'open',
      'to do',
      'backlog',
      'in progress',
      'in_progress',
      'working',
      'planned',
      'started',
    ],
    answered: ['closed', 'done', 'resolved', 'completed', 'released', 'shipped', 'solved'],
    declined: ['rejected', "won't do", 'won’t do', "won't fix", 'wontfix', 'cancelled'],
  },
  evidence: {
    csm_belief: ['belief', 'csm belief'],
    customer_said: ['said', 'verbal'],
    customer_written: ['written', 'customer wrote', 'email'],
  },
}

/** A request of unknown status goes to the inbox, where somebody looks at it; a stage that is neither won nor lost is open. */
const OTHERWISE: Readonly<Record<string, ValueMap['otherwise']>> = {
  status: { use: 'new' },
  state: { use: 'open' },
}

/** What the words of common systems mean for a field with choices. */
export function commonValues(field: string): ValueMap {
  const map: Record<string, string> = {}
  for (const [choice, words] of Object.entries(MEANINGS[field] ?? {})) {
    for (const word of words) map[word] = choice
  }
  return { map, otherwise: OTHERWISE[field] ?? 'refuse' }
}
