import type { TeamForesight } from '#app/domain/polls/agreement.ts'
import { percentText } from '#app/lib/numbers.ts'

/** Which team's ratings come nearer to how accounts turned out; that there is too little, where there is. */
export function ForesightNote({ foresight: { cs, product } }: { foresight: TeamForesight }) {
  if (cs === null || product === null) {
    return (
      <p className="max-w-prose text-muted">
        Too few of these accounts have turned out well or badly yet; five of each are needed.
      </p>
    )
  }
  const apart = cs.low > product.high || product.low > cs.high
  return (
    <p className="max-w-prose">
      Of one account that turned out well and one that did not, Customer Success rated the better
      one higher in {percentText(cs.value, 0)} of the pairs ({percentText(cs.low, 0)} to{' '}
      {percentText(cs.high, 0)}), Product in {percentText(product.value, 0)} (
      {percentText(product.low, 0)} to {percentText(product.high, 0)}).{' '}
      {apart ? '' : 'That does not tell the teams apart. '}
      <span className="text-muted">
        From {cs.good} accounts that turned out well and {cs.bad} that did not.
      </span>
    </p>
  )
}
