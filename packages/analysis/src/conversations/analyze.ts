import type { TextAnalyzer, TextResult } from '../engine/text-analyzer.ts'
import type { ConversationAnalysis, ConversationInput, MessageInput } from '../engine/types.ts'
import type { Taxonomy } from '../packs/compile.ts'
import { purchaseIntentOf } from './purchase-intent.ts'
import { decideScenes } from './scenes.ts'
import { summariseSentiment } from './sentiment.ts'
import { stagesOf } from './stages.ts'

/** Texts a person wrote; cards, images and platform notes carry no feeling. */
function isSpoken({ role, automatic, kind, text }: MessageInput): boolean {
  return (
    (kind === 'text' || kind === 'voice') &&
    !automatic &&
    (role === 'buyer' || role === 'agent') &&
    text !== ''
  )
}

function read(message: MessageInput, productName: string | undefined, texts: TextAnalyzer): TextResult {
  if (!isSpoken(message)) return texts.silent()
  const named = productName === undefined ? {} : { productName }
  return texts.analyze({ text: message.text, role: message.role, source: 'chat', ...named })
}

export function analyzeConversation(
  input: ConversationInput,
  texts: TextAnalyzer,
  taxonomy: Taxonomy,
): ConversationAnalysis {
  const results = input.messages.map((message) => read(message, input.productName, texts))
  const analyses = results.map((result) => result.analysis)
  const decided = decideScenes(results, taxonomy)
  const stages = stagesOf(results, decided.stage, taxonomy)
  const intents = [...new Set(analyses.flatMap((analysis) => analysis.intents.map((hit) => hit.tagId)))]
  return {
    messages: analyses.map((analysis, index) => ({ ...analysis, stage: stages[index]! })),
    ...summariseSentiment(input.messages, analyses),
    scenes: decided.scenes,
    scene: decided.scene,
    stage: decided.stage,
    intents,
    purchaseIntent: purchaseIntentOf(intents, decided.stage),
  }
}
