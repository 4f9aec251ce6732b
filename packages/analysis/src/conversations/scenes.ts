import type { Stage } from '@kesheng/contracts/facts/common'
import type { TextResult } from '../engine/text-analyzer.ts'
import type { TagHit } from '../engine/types.ts'
import type { Taxonomy } from '../packs/compile.ts'

export interface SceneDecision {
  /** First hit of every scene, in order of messages. */
  scenes: (TagHit & { messageIndex: number })[]
  scene: string
  stage: Stage
}

/** What is asked first is mostly why the buyer came: each later scene message weighs this much less. */
const fading = 0.6

/** Main scene by evidence: rule weight × confidence, the earlier the heavier. Ties go to the earlier one. */
export function decideScenes(results: readonly TextResult[], taxonomy: Taxonomy): SceneDecision {
  const weights = new Map(taxonomy.scenes.map((scene) => [scene.tagId, scene.weight]))
  const scores = new Map<string, number>()
  const first = new Map<string, TagHit & { messageIndex: number }>()
  let share = 1
  results.forEach(({ scenes }, messageIndex) => {
    if (scenes.length === 0) return
    for (const hit of scenes) {
      scores.set(
        hit.tagId,
        (scores.get(hit.tagId) ?? 0) + share * (weights.get(hit.tagId) ?? 1) * hit.confidence,
      )
      if (!first.has(hit.tagId)) first.set(hit.tagId, { ...hit, messageIndex })
    }
    share *= fading
  })
  let scene = ''
  for (const [tagId, score] of scores) if (scene === '' || score > scores.get(scene)!) scene = tagId
  return { scenes: [...first.values()], scene, stage: stageOfScene(scene, taxonomy) }
}

export function stageOfScene(scene: string, taxonomy: Taxonomy): Stage {
  return taxonomy.scenes.find((known) => known.tagId === scene)?.stage || 'presale'
}
