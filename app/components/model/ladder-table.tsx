import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import { IMPORTANCE_LABELS } from '#app/domain/requests/labels.ts'
import { probabilityOf, weighClaim } from '#app/domain/scoring/hazards.ts'
import type { ModelParameters } from '#app/domain/scoring/parameters.ts'
import { percentText } from '#app/lib/numbers.ts'
import { EVIDENCES, IMPORTANCES } from '#db/constants.ts'

import { EVIDENCE_WORDS } from './words.ts'

/** How likely one fresh change request at a customer of health 50 loses the contract, by importance and evidence. */
export function LadderTable({ parameters }: { parameters: ModelParameters }) {
  return (
    <Table caption="Probability of loss by importance and evidence" plain fixed>
      <THead>
        <Th className="w-28">Importance</Th>
        {EVIDENCES.map((evidence) => (
          <Th key={evidence} numeric className="first-letter:uppercase">
            {EVIDENCE_WORDS[evidence]}
          </Th>
        ))}
      </THead>
      <TBody>
        {IMPORTANCES.map((severity) => (
          <Tr key={severity}>
            <Td card="title">{IMPORTANCE_LABELS[severity]}</Td>
            {EVIDENCES.map((evidence) => {
              const claim = { severity, evidence, ageDays: 0 }
              const { lambda } = weighClaim(claim, 'change_request', 1, parameters)
              return (
                <Td key={evidence} numeric label={EVIDENCE_WORDS[evidence]}>
                  {percentText(probabilityOf(lambda), 1)}
                </Td>
              )
            })}
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
