import type { PackSource } from '@kesheng/contracts/analysis/pack'
import { patterns } from '../authoring.ts'

export type SceneSource = NonNullable<PackSource['scenes']>[number]

/** A scene in compact form; `path` is `L1/L2`, one pattern a line. */
export function scene(path: string, stage: SceneSource['stage'], weight: number, text: string): SceneSource {
  const [level1 = '', level2 = ''] = path.split('/')
  return { level1, level2, stage, weight, patterns: patterns(text) }
}
