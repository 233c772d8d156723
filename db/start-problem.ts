/**
 * A start that failed for a reason the operator can act on: printed as one plain sentence, without
 * a stack.
 */
export class StartProblem extends Error {
  override readonly name = 'StartProblem'
}
