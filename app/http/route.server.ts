import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'

import { requirePermission, type Needed } from '#app/auth/guards.server.ts'
import { DomainError, type ErrorCode } from '#app/domain/errors.ts'

type Context = Awaited<ReturnType<typeof requirePermission>>

export const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  invalid: 422,
  limit: 429,
}

/** Turns a refusal into its HTTP answer, which the nearest error boundary shows; lets bugs through. */
async function answeringRefusals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DomainError) {
      throw data(error.message, { status: STATUS_OF[error.code] })
    }
    throw error
  }
}

/**
 * A loader that guards itself: refuses whoever lacks what is `needed`, then runs with the context.
 * A parent's loader is no gate, because a client chooses which loaders run.
 */
export function privateLoader<T>(
  needed: Needed,
  load: (ctx: Context, args: LoaderFunctionArgs) => Promise<T>,
): (args: LoaderFunctionArgs) => Promise<T> {
  return async (args) => {
    const ctx = await requirePermission(args, needed)
    return answeringRefusals(() => load(ctx, args))
  }
}

/** The same for an action. */
export function privateAction<T>(
  needed: Needed,
  act: (ctx: Context, args: ActionFunctionArgs) => Promise<T>,
): (args: ActionFunctionArgs) => Promise<T> {
  return privateLoader(needed, act)
}

/** The loader of an address that only takes posts: whoever opens it by hand comes to the page it belongs to. */
export function leadsTo(
  needed: Needed,
  page: (params: LoaderFunctionArgs['params']) => string,
): (args: LoaderFunctionArgs) => Promise<Response | null> {
  return privateLoader(needed, (_ctx, { request, params }) =>
    Promise.resolve(isVisit(request) ? redirect(page(params)) : null),
  )
}

/** Whether a browser goes there. The load that follows a refused post asks for data, and must leave the refusal in sight. */
function isVisit(request: Request): boolean {
  return request.headers.get('accept')?.includes('text/html') ?? false
}

/** A loader or action that anybody may call; refusals still get their status. */
export function publicRoute<Args, T>(work: (args: Args) => Promise<T>): (args: Args) => Promise<T> {
  return (args) => answeringRefusals(() => work(args))
}
