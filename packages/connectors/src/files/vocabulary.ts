import { intakeKinds } from '@kesheng/contracts/intake/kinds'
import { fieldNames } from '../mapping/synonyms.ts'
import { normalName } from '../mapping/values.ts'
import { platformPresets } from '../platforms/all.ts'

let names: ReadonlySet<string> | null = null

function collect(): ReadonlySet<string> {
  const ofPresets = platformPresets.flatMap((preset) => [
    ...Object.values(preset.mapping.fields).flatMap((rule) => rule.columns),
    ...preset.signature.flat(),
  ])
  const ofKinds = intakeKinds.flatMap((kind) =>
    [...fieldNames(kind).values()].flatMap(({ strong, weak }) => [...strong, ...weak]),
  )
  return new Set([...ofPresets.map(normalName), ...ofKinds])
}

/** True for a column name that some preset or kind knows. */
export function isKnownColumn(name: string): boolean {
  names ??= collect()
  return names.has(normalName(name))
}
