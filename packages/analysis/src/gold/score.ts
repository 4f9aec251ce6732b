import type { TextResult } from '../engine/text-analyzer.ts'
import type { GoldCase } from './case.ts'

export interface GoldScore {
  checks: number
  right: number
  /** What went wrong, for reading. */
  misses: string[]
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/** Expected opinions found plus unexpected ones reported, each one check. */
function opinionMisses(
  expected: readonly string[],
  got: readonly string[],
): { checks: number; missed: string[] } {
  const all = unique([...expected, ...got])
  const missed = all.filter((value) => expected.includes(value) !== got.includes(value))
  return { checks: Math.max(1, all.length), missed }
}

/** Compares one reading with the gold case. */
export function scoreCase(gold: GoldCase, { analysis, scenes }: TextResult): GoldScore {
  const score: GoldScore = { checks: 0, right: 0, misses: [] }
  const judge = (checks: number, missed: readonly string[], name: string): void => {
    score.checks += checks
    score.right += checks - missed.length
    for (const miss of missed) score.misses.push(`${gold.text} · ${name}: ${miss}`)
  }
  if (gold.sentiment) {
    const wrong =
      gold.sentiment === analysis.sentiment ? [] : [`${analysis.sentiment}, not ${gold.sentiment}`]
    judge(1, wrong, 'sentiment')
  }
  if (gold.opinions) {
    const got = unique(analysis.opinions.map(({ aspectId, polarity }) => `${aspectId}:${polarity}`))
    const { checks, missed } = opinionMisses(gold.opinions, got)
    judge(checks, missed, 'opinion')
  }
  const intents = new Set(analysis.intents.map((hit) => hit.tagId))
  if (gold.intents)
    judge(
      gold.intents.length,
      gold.intents.filter((name) => !intents.has(name)),
      'intent',
    )
  if (gold.scene !== undefined) {
    judge(1, scenes.some((hit) => hit.tagId === gold.scene) ? [] : [gold.scene], 'scene')
  }
  return score
}

export function totalScore(scores: readonly GoldScore[]): GoldScore {
  return {
    checks: scores.reduce((sum, score) => sum + score.checks, 0),
    right: scores.reduce((sum, score) => sum + score.right, 0),
    misses: scores.flatMap((score) => score.misses),
  }
}
