import { Section } from '#app/components/ui/page.tsx'
import { PARAMETERS } from '#app/domain/model/parameter-list.ts'
import { valueOf } from '#app/domain/model/values.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'

import { FormulaText } from './formula-text.tsx'
import { FORMULA_SECTIONS, type FormulaSymbol } from './formulas.ts'
import { parameterText } from './words.ts'

/** The formulas with every symbol and the value that its parameter has in force. */
export function FormulaSections({ parameters }: { parameters: ModelParameters }) {
  return FORMULA_SECTIONS.map(({ title, about, formulas, symbols }) => (
    <Section key={title} title={title}>
      <div className="grid max-w-[1080px] items-start gap-x-10 gap-y-3 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="min-w-0">
          <p className="text-muted">{about}</p>
          <ul className="mt-2 space-y-1.5 rounded-md bg-sunken px-3 py-2 text-body">
            {formulas.map((formula) => (
              <li key={formula}>
                <FormulaText>{formula}</FormulaText>
              </li>
            ))}
          </ul>
        </div>
        <dl className="grid grid-cols-[4rem_minmax(0,1fr)_auto] gap-x-3 text-small">
          {symbols.map((one) => (
            <SymbolRow key={`${one.symbol} ${one.meaning}`} {...one} parameters={parameters} />
          ))}
        </dl>
      </div>
    </Section>
  ))
}

function SymbolRow({
  symbol,
  meaning,
  parameter,
  parameters,
}: FormulaSymbol & { parameters: ModelParameters }) {
  const unit = PARAMETERS.find(({ key }) => key === parameter)?.unit
  return (
    <>
      <dt>
        <FormulaText>{symbol}</FormulaText>
      </dt>
      <dd className="text-muted">{meaning}</dd>
      <dd className="text-right tabular-nums">
        {parameter && unit ? parameterText(valueOf(parameters, parameter), unit) : null}
      </dd>
    </>
  )
}
