import { beforeAll, describe, expect, test } from 'vitest'
import { createTextAnalyzer, type TextAnalyzer } from '../engine/text-analyzer.ts'
import { createTextEngine } from '../engine/text-engine.ts'
import { resolvePacks } from '../packs/registry.ts'
import type { GoldCase } from './case.ts'
import { chatCases } from './chats.ts'
import { reviewCases } from './reviews.ts'
import { scoreCase, totalScore, type GoldScore } from './score.ts'

/** Shares reached so far. They only rise: lower one and the reader of the diff will ask why. */
const floors = { chats: 0.99, reviews: 0.98 }

let texts: TextAnalyzer

beforeAll(() => {
  texts = createTextAnalyzer(createTextEngine(resolvePacks(['beauty', 'digital'])))
})

function score(cases: readonly GoldCase[]): GoldScore {
  return totalScore(
    cases.map((gold) => {
      const named = gold.productName === undefined ? {} : { productName: gold.productName }
      return scoreCase(gold, texts.analyze({ text: gold.text, role: 'buyer', source: gold.source, ...named }))
    }),
  )
}

describe('gold sentences', () => {
  test('are many enough to mean something', () => {
    expect(chatCases.length + reviewCases.length).toBeGreaterThanOrEqual(120)
  })

  test.each([
    ['chats', chatCases],
    ['reviews', reviewCases],
  ] as const)('%s read as well as before', (name, cases) => {
    const { checks, right, misses } = score(cases)
    expect(right / checks, misses.join('\n')).toBeGreaterThanOrEqual(floors[name])
  })

  test('every quote is the text between its offsets', () => {
    for (const gold of [...chatCases, ...reviewCases]) {
      const { analysis, scenes } = texts.analyze({ text: gold.text, role: 'buyer', source: gold.source })
      for (const hit of [...analysis.opinions, ...analysis.intents, ...scenes]) {
        expect(gold.text.slice(hit.start, hit.end)).toBe(hit.quote)
        expect(hit.quote).not.toBe('')
      }
    }
  })
})
