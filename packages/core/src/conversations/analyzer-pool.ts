import type {
  Analyzer,
  ConversationAnalysis,
  ConversationInput,
  TextAnalysis,
  TextInput,
} from '@kesheng/analysis/engine/types'

/** Analysis as services call it: a pool of worker threads in the server, one analyzer in tests and small tools. */
export interface AnalyzerPool {
  /** Changes when models or packs change; stored with every derived fact. */
  id: string
  texts(inputs: readonly TextInput[]): Promise<TextAnalysis[]>
  conversations(inputs: readonly ConversationInput[]): Promise<ConversationAnalysis[]>
}

/** The pool for a workspace's packs. */
export type AnalyzerFor = (packs: readonly string[]) => Promise<AnalyzerPool>

/** Runs an analyzer in this thread. */
export function inThisThread(analyzer: Analyzer): AnalyzerPool {
  return {
    id: analyzer.id,
    texts: (inputs) => Promise.resolve(inputs.map((input) => analyzer.analyzeText(input))),
    conversations: (inputs) => Promise.resolve(inputs.map((input) => analyzer.analyzeConversation(input))),
  }
}
