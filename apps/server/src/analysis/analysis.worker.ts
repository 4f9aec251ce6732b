import { createAnalyzer } from '@kesheng/analysis/engine/analyzer'
import type { Analyzer } from '@kesheng/analysis/engine/types'
import type { AnalysisAnswers, AnalysisTask } from './task.ts'

/** One analyzer a set of packs: compiling packs and loading models takes far longer than a batch. */
const analyzers = new Map<string, Analyzer>()

function analyzerFor(packs: readonly string[]): Analyzer {
  const key = packs.join(',')
  const known = analyzers.get(key)
  if (known) return known
  const made = createAnalyzer({ packs: [...packs] })
  analyzers.set(key, made)
  return made
}

/** Runs in an analysis thread. */
export default function analyse(task: AnalysisTask): AnalysisAnswers[AnalysisTask['ask']] {
  const analyzer = analyzerFor(task.packs)
  switch (task.ask) {
    case 'id':
      return analyzer.id
    case 'texts':
      return task.inputs.map((input) => analyzer.analyzeText(input))
    case 'conversations':
      return task.inputs.map((input) => analyzer.analyzeConversation(input))
  }
}
