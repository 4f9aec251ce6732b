/** One marked stretch of a text; offsets UTF-16, end exclusive. */
export interface Mark {
  id: string
  kind: 'opinion' | 'tag' | 'mask'
  start: number
  end: number
  /** −1, 0, 1 for opinions; 0 otherwise. */
  polarity: number
  label: string
}

export interface Segment {
  text: string
  /** Marks that cover the whole segment, longest first. */
  marks: readonly Mark[]
}

/** Marks with impossible offsets are left out: a wrong highlight is worse than none. */
const fits = (text: string) => (mark: Mark) =>
  mark.start >= 0 && mark.start < mark.end && mark.end <= text.length

/** Cuts a text at every mark boundary, so that overlapping marks can be drawn; the segments joined give the text. */
export function segmentsOf(text: string, marks: readonly Mark[]): Segment[] {
  const usable = marks.filter(fits(text))
  const cuts = new Set([0, text.length])
  for (const { start, end } of usable) cuts.add(start).add(end)
  const positions = [...cuts].sort((a, b) => a - b)
  const longestFirst = (a: Mark, b: Mark) => b.end - b.start - (a.end - a.start)
  return positions.slice(1).map((end, index) => {
    const start = positions[index] ?? 0
    const covering = usable.filter((mark) => mark.start <= start && mark.end >= end)
    return { text: text.slice(start, end), marks: covering.sort(longestFirst) }
  })
}
