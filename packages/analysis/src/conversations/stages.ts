import type { Stage } from '@kesheng/contracts/facts/common'
import type { TextResult } from '../engine/text-analyzer.ts'
import type { Taxonomy } from '../packs/compile.ts'
import { stageOfScene } from './scenes.ts'

/** A message is in the stage of the last scene named up to it; before the first one, in that of the conversation. */
export function stagesOf(results: readonly TextResult[], main: Stage, taxonomy: Taxonomy): Stage[] {
  let current = main
  return results.map(({ scenes }) => {
    const named = scenes.at(-1)
    if (named) current = stageOfScene(named.tagId, taxonomy)
    return current
  })
}
