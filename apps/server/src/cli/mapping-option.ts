import { readFile } from 'node:fs/promises'
import { intakeKinds, type IntakeKind } from '@kesheng/contracts/intake/kinds'
import { mapping as mappingSchema, type Mapping } from '@kesheng/contracts/intake/mapping'
import { presetMapping, presets } from '@kesheng/connectors/presets'
import { invalidInput } from '@kesheng/core/errors/errors'

export interface MappingChoice {
  kind: IntakeKind | undefined
  mapping: Mapping | undefined
}

/** `--kind` and `--mapping` as typed: a preset's name, or a file that holds a mapping. */
export async function readMappingOption(
  mapping: string | undefined,
  kind: string | undefined,
): Promise<MappingChoice> {
  if (kind !== undefined && !isKind(kind)) {
    throw invalidInput({
      message: { zh: `--kind ${kind} 不可用`, en: `--kind ${kind} is not known` },
      remedy: { zh: `可用：${intakeKinds.join('、')}`, en: `Use one of ${intakeKinds.join(', ')}` },
    })
  }
  if (mapping === undefined) return { kind, mapping: undefined }
  const preset = presetMapping(mapping)
  if (preset) return { kind: kind ?? preset.kind, mapping: preset }
  const read = await readMappingFile(mapping)
  return { kind: kind ?? read.kind, mapping: read }
}

async function readMappingFile(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() => null)
  const parsed = text === null ? null : mappingSchema.safeParse(parseJson(text))
  if (parsed?.success === true) return parsed.data
  const why = parsed?.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
  throw invalidInput({
    message:
      why === undefined
        ? {
            zh: `--mapping ${path}：没有这个预设，也没有这个文件`,
            en: `--mapping ${path}: no such preset or file`,
          }
        : { zh: `映射文件 ${path} 有误：${why}`, en: `Mapping file ${path} is wrong: ${why}` },
    remedy: {
      zh: `预设：${presets.map((preset) => preset.id).join('、')}`,
      en: `Presets: ${presets.map((preset) => preset.id).join(', ')}`,
    },
  })
}

function isKind(value: string): value is IntakeKind {
  return (intakeKinds as readonly string[]).includes(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
