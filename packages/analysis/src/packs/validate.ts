import { pack as packSchema, type Pack, type PackTest } from '@kesheng/contracts/analysis/pack'
import { createTextEngine } from '../engine/text-engine.ts'
import { createTextAnalyzer, type TextAnalyzer } from '../engine/text-analyzer.ts'
import { packById, withBases } from './registry.ts'

export interface PackProblem {
  /** Where in the pack: a schema path, or the text of a test. */
  at: string
  message: string
}

function listed(name: string, expected: readonly string[] | undefined, got: readonly string[]): string[] {
  if (expected === undefined) return []
  const same = expected.length === got.length && expected.every((value) => got.includes(value))
  return same ? [] : [`${name}: expected [${expected.join(', ')}], got [${got.join(', ')}]`]
}

function runTest(test: PackTest, texts: TextAnalyzer): PackProblem[] {
  const named = test.productName === undefined ? {} : { productName: test.productName }
  const { analysis, scenes } = texts.analyze({
    text: test.text,
    role: 'buyer',
    source: test.source,
    ...named,
  })
  const opinions = analysis.opinions.map(({ aspectId, polarity }) => `${aspectId}:${polarity}`)
  return [
    ...listed('opinions', test.opinions, opinions),
    ...listed(
      'intents',
      test.intents,
      analysis.intents.map((hit) => hit.tagId),
    ),
    ...listed(
      'scenes',
      test.scenes,
      scenes.map((hit) => hit.tagId),
    ),
  ].map((message) => ({ at: test.text, message }))
}

function duplicates(pack: Pack): PackProblem[] {
  const seen = new Set<string>()
  return pack.aspects.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [{ at: id, message: 'aspect id is used twice' }]
  })
}

/** Checks a pack before it is saved: its shape, its references and its own tests. An empty list means it is good. */
export function validatePack(source: unknown): PackProblem[] {
  const parsed = packSchema.safeParse(source)
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({ at: issue.path.join('.'), message: issue.message }))
  }
  const pack = parsed.data
  const missing = pack.extends
    .filter((id) => packById(id) === null)
    .map((id) => ({ at: 'extends', message: `unknown pack ${id}` }))
  const problems = [...missing, ...duplicates(pack)]
  if (problems.length > 0) return problems
  const texts = createTextAnalyzer(createTextEngine(withBases(pack)))
  return pack.tests.flatMap((test) => runTest(test, texts))
}
