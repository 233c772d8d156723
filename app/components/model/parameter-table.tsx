import { Badge } from '#app/components/ui/badge.tsx'
import { Section } from '#app/components/ui/page.tsx'
import { Table, TBody, Td, Th, THead, Tr } from '#app/components/ui/table.tsx'
import {
  PARAMETER_GROUPS,
  type Parameter,
  type ParameterKey,
} from '#app/domain/model/parameter-list.ts'
import { valueOf } from '#app/domain/model/values.ts'
import { DEFAULT_PARAMETERS, type ModelParameters } from '#app/domain/scoring/parameters.ts'

import { BASIS_WORDS, parameterText } from './words.ts'

/** Every parameter of a version, its default, and where that comes from. */
export function ParameterTables({ parameters }: { parameters: ModelParameters }) {
  return PARAMETER_GROUPS.map((group) => (
    <Section key={group.title} title={group.title}>
      <p className="mb-1 max-w-[72ch] text-muted">
        {group.about} {commonSource(group.parameters)}
      </p>
      <GroupTable {...group} values={parameters} />
    </Section>
  ))
}

/** What all parameters of a group rest on, said once. */
function commonSource(group: readonly Parameter[]): string | null {
  const [first, ...others] = group.map(({ source }) => source)
  return first !== undefined && others.every((source) => source === first) ? first : null
}

function GroupTable({
  title,
  parameters,
  values,
}: {
  title: string
  parameters: readonly (Parameter & { key: ParameterKey })[]
  values: ModelParameters
}) {
  const apart = commonSource(parameters) === null
  return (
    <Table caption={title} plain fixed className={apart ? undefined : 'max-w-[720px]'}>
      <THead>
        <Th className="w-72">Parameter</Th>
        <Th numeric className="w-28">
          Value
        </Th>
        <Th numeric className="w-28">
          Default
        </Th>
        <Th className="w-32 pl-6">Rests on</Th>
        {apart ? <Th>Why</Th> : null}
      </THead>
      <TBody>
        {parameters.map(({ key, name, unit, basis, source }) => {
          const value = valueOf(values, key)
          const usual = valueOf(DEFAULT_PARAMETERS, key)
          return (
            <Tr key={key}>
              <Td card="title" title={name}>
                {name}
              </Td>
              <Td numeric strong label="Value">
                {parameterText(value, unit)}
              </Td>
              <Td numeric muted={value === usual} label="Default">
                {parameterText(usual, unit)}
              </Td>
              <Td label="Rests on" className="pl-6">
                <Badge>{BASIS_WORDS[basis]}</Badge>
              </Td>
              {apart ? (
                <Td muted label="Why" className="py-1 whitespace-normal">
                  {source}
                </Td>
              ) : null}
            </Tr>
          )
        })}
      </TBody>
    </Table>
  )
}
