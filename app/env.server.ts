import { z } from 'zod'

import { StartProblem } from '#db/start-problem.ts'

const count = (fallback: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .default(fallback)

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address that starts with ${protocols.map((name) => `${name}//`).join(' or ')}`,
  })

/** Every variable the app reads, with its default. Nothing else reads `process.env`. */
const Environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  /** Where to listen; loopback unless told otherwise. */
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be between 0 and 65535')
    .max(65_535, 'must be between 0 and 65535')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The address people type; https makes cookies Secure. Default: where it listens. */
  PUBLIC_URL: url('http:', 'https:').optional(),
  /** How many proxies stand in front, whose X-Forwarded-For counts. */
  TRUST_PROXY: z.coerce.number('must be a number').int('must be a whole number').min(0).default(0),
  /** One's own PostgreSQL; without it the embedded one. */
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  /** Where the embedded PostgreSQL keeps its data. */
  DATA_DIR: z.string().min(1, 'must not be empty').default('.data'),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z
    .string()
    .min(3, 'must be an e-mail address')
    .default('Causeway <causeway@localhost>'),
  LOG_LEVEL: z
    .enum(
      ['silent', 'error', 'warn', 'info', 'debug'],
      'must be silent, error, warn, info or debug',
    )
    .default('info'),
  /** Failed sign-ins in 15 minutes of a person at a computer; five times that for each of the two alone. */
  LIMIT_SIGN_IN: count(10),
  /** Requests submitted in an hour, per person. */
  LIMIT_SUBMIT: count(60),
  /** Loads the demo company into an empty database. */
  CAUSEWAY_DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('0'),
})

export type Environment = z.output<typeof Environment>

/**
 * Parses the variables. Throws `StartProblem` that names every variable that is wrong and how.
 * An empty variable counts as unset.
 */
export function parseEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
): Environment {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(set)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  throw new StartProblem(`The environment is wrong: ${wrong.join('; ')}.`)
}

let environment: Environment | undefined

/** The environment of this process, parsed once. */
export function env(): Environment {
  environment ??= parseEnvironment(process.env)
  return environment
}

/** True when people reach the app by https, so that cookies must be Secure. */
export function isHttps(): boolean {
  return env().PUBLIC_URL?.startsWith('https:') ?? false
}
