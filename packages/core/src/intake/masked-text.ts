import { maskPii } from '@kesheng/analysis/pii/mask'
import type { RowContext } from './row-context.ts'

interface MaskColumns {
  text: string
  sealedText: string
  maskStarts: number[]
  maskEnds: number[]
  maskKinds: string[]
}

/** Masks a text; the original is sealed only when something was masked. */
export function maskedText(text: string, context: RowContext): { columns: MaskColumns; orderIds: string[] } {
  const masked = maskPii(text)
  if (masked.spans.length === 0) {
    return {
      columns: { text, sealedText: '', maskStarts: [], maskEnds: [], maskKinds: [] },
      orderIds: masked.orderIds,
    }
  }
  return {
    columns: {
      text: masked.text,
      sealedText: context.sealer.seal(text),
      maskStarts: masked.spans.map((span) => span.start),
      maskEnds: masked.spans.map((span) => span.end),
      maskKinds: masked.spans.map((span) => span.kind),
    },
    orderIds: masked.orderIds,
  }
}
