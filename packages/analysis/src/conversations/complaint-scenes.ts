import type { OpinionHit, TagHit } from '../engine/types.ts'
import type { Taxonomy } from '../packs/compile.ts'

/**
 * A complaint is a reason to write: 用了爆痘 opens a quality case although it asks for nothing. Each aspect names the
 * scene of its complaints. Less sure than a scene's own words.
 */
export function complaintScenes(opinions: readonly OpinionHit[], taxonomy: Taxonomy): TagHit[] {
  return opinions.flatMap(({ aspectId, polarity, start, end, quote, confidence, decidedBy, decider }) => {
    const scene = taxonomy.complaintScenes.get(aspectId)
    if (polarity !== -1 || scene === undefined) return []
    return [{ tagId: scene, start, end, quote, confidence: confidence * 0.8, decidedBy, decider }]
  })
}

/** Scenes said and scenes implied, one hit each, the surest first come. */
export function withComplaints(said: readonly TagHit[], implied: readonly TagHit[]): TagHit[] {
  const scenes = [...said]
  for (const hit of implied) if (!scenes.some(({ tagId }) => tagId === hit.tagId)) scenes.push(hit)
  return scenes.toSorted((a, b) => a.start - b.start)
}
