import type {
  ConversationAnalysis,
  ConversationInput,
  TextAnalysis,
  TextInput,
} from '@kesheng/analysis/engine/types'

/** What is sent to an analysis thread; plain data, copied between threads. */
export type AnalysisTask = { packs: readonly string[] } & (
  | { ask: 'id' }
  | { ask: 'texts'; inputs: readonly TextInput[] }
  | { ask: 'conversations'; inputs: readonly ConversationInput[] }
)

export interface AnalysisAnswers {
  id: string
  texts: TextAnalysis[]
  conversations: ConversationAnalysis[]
}
