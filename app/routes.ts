import { route, type RouteConfig } from '@remix-run/route-config'

export default [
  route('ops/health', 'routes/ops/health.ts'),
  route('ops/ready', 'routes/ops/ready.ts'),
] satisfies RouteConfig
