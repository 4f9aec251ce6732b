import styles from './tags.module.css'

/** Characters kept before and after the span when a text is cut. */
const around = 40

export interface QuoteParts {
  before: string
  marked: string
  after: string
}

/** Cuts a text to its span with some words around; offsets are UTF-16, end exclusive. */
export function quoteParts(text: string, start: number, end: number, whole = false): QuoteParts {
  const from = whole ? 0 : Math.max(0, start - around)
  const to = whole ? text.length : Math.min(text.length, end + around)
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, start),
    marked: text.slice(start, end),
    after: text.slice(end, to) + (to < text.length ? '…' : ''),
  }
}

interface QuoteProps {
  text: string
  start: number
  end: number
  polarity?: number
  whole?: boolean
}

/** Words of a buyer with the span that decided marked. */
export function Quote({ text, start, end, polarity = 0, whole = false }: QuoteProps) {
  const { before, marked, after } = quoteParts(text, start, end, whole)
  const tone = polarity < 0 ? styles.negativeSpan : polarity > 0 ? styles.positiveSpan : undefined
  return (
    <span className={styles.quote}>
      {before}
      <mark className={tone}>{marked}</mark>
      {after}
    </span>
  )
}
