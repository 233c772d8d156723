import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config'

/** For whoever is not signed in. */
const door = [
  layout('routes/_door/layout.tsx', [
    route('login', 'routes/login/login.tsx'),
    route('setup', 'routes/setup/setup.tsx'),
    route('invitations/:token', 'routes/invitations/accept.tsx'),
    route('reset', 'routes/reset/ask.tsx'),
    route('reset/:token', 'routes/reset/set.tsx'),
  ]),
  route('logout', 'routes/login/logout.ts'),
]

/** What one sets for oneself. */
const own = [
  route('me', 'routes/me/me.tsx'),
  route('me/password', 'routes/me/password.tsx'),
  route('me/sessions', 'routes/me/sessions.ts'),
  route('theme', 'routes/me/theme.ts'),
]

/** What admins look after. */
const administration = [
  route('people', 'routes/people/people.tsx'),
  route('people/invite', 'routes/people/invite.tsx'),
  route('people/invitations', 'routes/people/revocation.ts'),
  route('people/:personId', 'routes/people/person.tsx'),
  layout('routes/settings/layout.tsx', [
    route('settings', 'routes/settings/organisation.tsx'),
    route('settings/product-lines', 'routes/settings/product-lines.tsx'),
    route('settings/product-lines/:productLineId', 'routes/settings/product-line.tsx'),
    route('settings/rates', 'routes/settings/rates.tsx'),
    route('settings/targets', 'routes/settings/targets.tsx'),
    route('settings/stages', 'routes/settings/stages.tsx'),
    route('settings/attributes', 'routes/settings/attributes.tsx'),
    route('settings/attributes/:key', 'routes/settings/attribute.tsx'),
  ]),
  route('audit', 'routes/audit/audit.tsx'),
]

/** The ranked backlog; the open item is beside it, at its own address. */
const backlog = [
  route('backlog', 'routes/backlog/backlog.tsx', [route('items/:id', 'routes/backlog/item.tsx')]),
  route('backlog/export.csv', 'routes/backlog/export.ts'),
  route('backlog/compare', 'routes/backlog/compare.tsx'),
  route('backlog/compare.csv', 'routes/backlog/compare-csv.ts'),
  route('backlog/views', 'routes/backlog/views.tsx'),
  route('backlog/views/:id/name', 'routes/backlog/view-name.ts'),
  route('backlog/views/:id/removal', 'routes/backlog/view-removal.ts'),
]

/** What the backlog consists of: an item's page, and a form an address. */
const items = [
  route('items/new', 'routes/items/new.tsx'),
  route('items/lookup', 'routes/items/lookup.ts'),
  route('items/:id', 'routes/items/item.tsx'),
  route('items/:id/history', 'routes/items/history.tsx'),
  route('items/:id/odds', 'routes/items/odds.tsx'),
  route('items/:id/edit', 'routes/items/edit.tsx'),
  route('items/:id/cost', 'routes/items/cost.tsx'),
  route('items/:id/ship-date', 'routes/items/ship-date.tsx'),
  route('items/:id/status', 'routes/items/status.tsx'),
  route('items/:id/merge', 'routes/items/merge.tsx'),
  route('items/:id/comments', 'routes/items/comments.tsx'),
  route('mentions', 'routes/mentions/mentions.tsx'),
]

/** What a CSM submits, and what becomes of it. */
const requests = [
  route('requests/new', 'routes/requests/new.tsx'),
  route('requests/look-alikes', 'routes/requests/look-alikes.ts'),
  route('requests/:id', 'routes/requests/page.tsx'),
  route('requests/:id/edit', 'routes/requests/edit.tsx'),
  route('requests/:id/reply', 'routes/requests/reply.tsx'),
  route('requests/:id/evidence', 'routes/requests/evidence.tsx'),
  route('requests/:id/confirmation', 'routes/requests/confirmation.ts'),
  route('requests/:id/acceptance', 'routes/requests/acceptance.ts'),
  route('requests/:id/outcome', 'routes/requests/outcome.ts'),
  route('my-requests', 'routes/requests/my-requests.tsx'),
  route('claims/:personId', 'routes/requests/claims.tsx'),
  route('drafts', 'routes/requests/drafts.ts'),
]

/** Who our ideal customer is, by versions that both teams sign. */
const profiles = [
  route('profiles', 'routes/profile/profile.tsx'),
  route('profiles/new', 'routes/profile/new.tsx'),
  route('profiles/measure', 'routes/profile/measure.ts'),
  route('profiles/:id', 'routes/profile/version.tsx'),
  route('profiles/:id/edit', 'routes/profile/edit.tsx'),
  route('profiles/:id/accounts', 'routes/profile/accounts.tsx'),
  route('profiles/:id/page', 'routes/profile/page.tsx'),
  route('profiles/:id/profile.json', 'routes/profile/json.ts'),
  route('profiles/:id/comments', 'routes/profile/comments.tsx'),
  route('profiles/:id/preview', 'routes/profile/preview.tsx'),
  route('profiles/:id/compare', 'routes/profile/compare.tsx'),
  route('profiles/:id/evidence', 'routes/profile/evidence.tsx'),
  route('profiles/:id/agreement', 'routes/profile/agreement.tsx'),
  route('profiles/:id/drift', 'routes/profile/drift.tsx'),
  route('profiles/:id/approval', 'routes/profile/approval.tsx'),
  route('profiles/:id/withdrawal', 'routes/profile/withdrawal.tsx'),
  route('profiles/:id/rejection', 'routes/profile/rejection.tsx'),
]

/** Whether both teams mean the same customer: asked blind, told once closed. */
const polls = [
  route('polls/new', 'routes/polls/new.tsx'),
  route('polls/:id', 'routes/polls/answer.tsx'),
  route('polls/:id/points', 'routes/polls/points.tsx'),
  route('polls/:id/results', 'routes/polls/results.tsx'),
  route('polls/:id/reminder', 'routes/polls/reminder.tsx'),
  route('polls/:id/closing', 'routes/polls/closing.tsx'),
]

/** How the score is made, by which parameters, and what others would do. */
const model = [
  layout('routes/model/layout.tsx', [
    route('model', 'routes/model/model.tsx'),
    route('model/formulas', 'routes/model/formulas.tsx'),
    route('model/parameters', 'routes/model/parameters.tsx'),
    route('model/versions/:id', 'routes/model/version.tsx'),
    route('model/what-if', 'routes/model/what-if.tsx'),
    route('model/past', 'routes/model/past.tsx'),
    route('model/outcomes', 'routes/model/outcomes.tsx'),
  ]),
]

/** Numbered releases of the backlog, and the secret links to them. */
const publications = [
  route('publications', 'routes/publications/list.tsx'),
  route('publications/new', 'routes/publications/new.tsx'),
  route('publications/:id', 'routes/publications/publication.tsx'),
  route('publications/:id/links', 'routes/publications/links.tsx'),
  route('publications/:id/backlog.csv', 'routes/publications/csv.ts'),
  route('publications/:id/backlog.json', 'routes/publications/json.ts'),
  route('links/:id/revocation', 'routes/publications/revocation.ts'),
]

/** Customer companies with their contracts, opportunities, health and history. */
const accounts = [
  route('accounts', 'routes/accounts/list.tsx'),
  route('accounts/new', 'routes/accounts/new.tsx'),
  route('accounts/lookup', 'routes/accounts/lookup.ts'),
  route('accounts/renewals-without-contract', 'routes/accounts/unmatched-deals.tsx'),
  route('accounts/data-quality', 'routes/accounts/data-quality.tsx'),
  route('accounts/:accountId', 'routes/accounts/account.tsx'),
  ...prefix('accounts/:accountId', [
    route('edit', 'routes/accounts/edit.tsx'),
    route('health', 'routes/accounts/health.tsx'),
    route('weight', 'routes/accounts/weight.tsx'),
    route('attributes', 'routes/accounts/attributes.tsx'),
    route('external-ids', 'routes/accounts/external-ids.tsx'),
    route('external-ids/removal', 'routes/accounts/external-id-removal.tsx'),
    route('archiving', 'routes/accounts/archiving.tsx'),
    route('restoration', 'routes/accounts/restoration.tsx'),
    route('history', 'routes/accounts/history.tsx'),
    route('contracts/new', 'routes/accounts/contract-new.tsx'),
    route('contracts/:contractId/edit', 'routes/accounts/contract-edit.tsx'),
    route('contracts/:contractId/end', 'routes/accounts/contract-end.tsx'),
    route('contracts/:contractId/reopening', 'routes/accounts/contract-reopening.tsx'),
    route('contracts/:contractId/outcome', 'routes/accounts/contract-outcome.tsx'),
    route('outcomes/:outcomeId/removal', 'routes/accounts/outcome-removal.tsx'),
    route('opportunities/new', 'routes/accounts/opportunity-new.tsx'),
    route('opportunities/:opportunityId/edit', 'routes/accounts/opportunity-edit.tsx'),
    route('opportunities/:opportunityId/outcome', 'routes/accounts/opportunity-outcome.tsx'),
  ]),
]

/** The triage inbox, and a decision an address. */
const triage = [
  route('triage/bulk', 'routes/triage/bulk.tsx'),
  route('triage/bulk/undo', 'routes/triage/bulk-undo.tsx'),
  route('triage/disagreements', 'routes/triage/disagreements.tsx'),
  route('triage/response-times', 'routes/triage/response-times.tsx'),
  route('triage', 'routes/triage/inbox.tsx', [
    index('routes/triage/first.tsx'),
    route(':id', 'routes/triage/request.tsx'),
  ]),
  ...prefix('requests/:id', [
    route('link', 'routes/triage/decision-link.tsx'),
    route('same-as', 'routes/triage/decision-same-as.tsx'),
    route('item', 'routes/triage/decision-item.tsx'),
    route('split', 'routes/triage/decision-split.tsx'),
    route('merge', 'routes/triage/decision-merge.tsx'),
    route('answer', 'routes/triage/decision-answer.tsx'),
    route('question', 'routes/triage/decision-question.tsx'),
    route('commercial', 'routes/triage/decision-commercial.tsx'),
    route('fast-lane', 'routes/triage/decision-fast-lane.tsx'),
    route('decline', 'routes/triage/decision-decline.tsx'),
    route('type', 'routes/triage/decision-type.tsx'),
    route('line', 'routes/triage/decision-line.tsx'),
    route('unlink', 'routes/triage/decision-unlink.tsx'),
    route('unmerge', 'routes/triage/decision-unmerge.tsx'),
    route('reopen', 'routes/triage/decision-reopen.tsx'),
    route('importance', 'routes/triage/decision-importance.tsx'),
    route('doubt', 'routes/triage/decision-doubt.tsx'),
    route('settlement', 'routes/triage/decision-settlement.tsx'),
  ]),
  route('decisions/:id/undo', 'routes/triage/decision-undo.tsx'),
]

/** Files that come in, step by step. */
const imports = [
  route('imports', 'routes/imports/list.tsx'),
  route('imports/new', 'routes/imports/new.tsx'),
  route('imports/:id', 'routes/imports/import.tsx'),
  route('imports/:id/application', 'routes/imports/application.ts'),
  route('imports/:id/undo', 'routes/imports/undo.ts'),
  route('imports/:id/continuation', 'routes/imports/continuation.ts'),
  route('imports/:id/deletion', 'routes/imports/deletion.ts'),
  route('imports/:id/wrong-rows.csv', 'routes/imports/wrong-rows.ts'),
]

export default [
  ...door,
  route('p/:token', 'routes/publications/shared.tsx'),
  layout('routes/_shell/layout.tsx', [
    layout('routes/_shell/page.tsx', [
      index('routes/_shell/home.ts'),
      route('search', 'routes/search/search.tsx'),
      route('counts', 'routes/_shell/counts.ts'),
      ...accounts,
      ...triage,
      ...requests,
      ...items,
      ...backlog,
      ...profiles,
      ...polls,
      ...model,
      ...publications,
      ...own,
      ...imports,
      ...administration,
      route('*', 'routes/_shell/missing.tsx'),
    ]),
  ]),
  route('ops/health', 'routes/ops/health.ts'),
  route('ops/ready', 'routes/ops/ready.ts'),
] satisfies RouteConfig
