import { layout, route, type RouteConfig } from '@remix-run/route-config'

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
  route('backlog/views', 'routes/backlog/views.ts'),
]

export default [
  ...door,
  layout('routes/_shell/layout.tsx', [...backlog, ...own, ...administration]),
  route('ops/health', 'routes/ops/health.ts'),
  route('ops/ready', 'routes/ops/ready.ts'),
] satisfies RouteConfig
