import { detectDelimiter } from './delimiter.ts'

export type FileFormat = 'csv' | 'tsv' | 'xlsx' | 'json' | 'jsonl'

function parses(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

/** First non-empty lines, at most two. */
function firstLines(sample: string): string[] {
  const lines: string[] = []
  let at = 0
  while (at < sample.length && lines.length < 2) {
    const feed = sample.indexOf('\n', at)
    const line = sample.slice(at, feed === -1 ? sample.length : feed).trim()
    if (line !== '') lines.push(line)
    at = feed === -1 ? sample.length : feed + 1
  }
  return lines
}

/** `{` or `[` followed by what JSON has there; `[图片],…` is a line of a table. */
const startsJson = (text: string): boolean =>
  /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[{["\]]|-?\d|true|false|null))/.test(text)

/** Format of a decoded text by its beginning; the name only settles what the text leaves open. */
export function detectTextFormat(sample: string, name: string, complete: boolean): FileFormat {
  if (startsJson(sample.slice(0, 4096))) {
    const [first, second] = firstLines(sample)
    const lineByLine = /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(name)
    if (first !== undefined && first.startsWith('{') && parses(first) && (lineByLine || second !== undefined))
      return 'jsonl'
    if (lineByLine) return 'jsonl'
    if (!complete || parses(sample) || /\.json(?:\.gz)?$/i.test(name) || /^\s*[{[]\s*[{"]/.test(sample))
      return 'json'
  }
  return detectDelimiter(sample) === '\t' ? 'tsv' : 'csv'
}
