/** A stretch between two pieces of punctuation: [start, end) of the normal text, the punctuation left out. */
export interface Clause {
  start: number
  end: number
  /** Closed by a question mark. */
  asked: boolean
  /** Ends a sentence: aspects are not carried over to the next clause. */
  final: boolean
}

const soft = new Set([...'，,、；;：: ~～\ue000…—|/"“”（）()【】《》·'].map((symbol) => symbol.charCodeAt(0)))
const hard = new Set([...'。！!？?\n.'].map((symbol) => symbol.charCodeAt(0)))
const asking = new Set([...'？?'].map((symbol) => symbol.charCodeAt(0)))

function isDecimalPoint(text: string, position: number): boolean {
  return text[position] === '.' && /\d/.test(text[position - 1] ?? '') && /\d/.test(text[position + 1] ?? '')
}

export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  for (let position = 0; position <= text.length; position += 1) {
    const code = position < text.length ? text.charCodeAt(position) : 0x3002
    const isHard = hard.has(code)
    if (!isHard && !soft.has(code)) continue
    if (isHard && isDecimalPoint(text, position)) continue
    if (position > start) clauses.push({ start, end: position, asked: asking.has(code), final: isHard })
    else if (isHard && clauses.length > 0) {
      const last = clauses.at(-1)!
      last.final = true
      last.asked ||= asking.has(code)
    }
    start = position + 1
  }
  return clauses
}
