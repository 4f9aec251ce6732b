import { CsvSplitter } from './csv.ts'

export const delimiters = [',', '\t', ';', '|'] as const

/** Column counts of the first rows when the sample is cut by this delimiter; a cut last line is left out. */
function widths(sample: string, delimiter: string): number[] {
  const splitter = new CsvSplitter({ delimiter, columns: null, headerLine: 0 })
  const rows = splitter.push(sample)
  const whole = rows.length < 2 ? [...rows, ...splitter.end()] : rows
  return whole.slice(0, 200).map((row) => ('cells' in row ? row.cells.length : 1))
}

function commonest(numbers: readonly number[]): { value: number; share: number } {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  let value = 1
  let count = 0
  for (const [number, times] of counts)
    if (times > count || (times === count && number > value)) [value, count] = [number, times]
  return { value, share: numbers.length === 0 ? 0 : count / numbers.length }
}

/** The delimiter under which most rows have the same, largest number of columns. A single column reads as comma. */
export function detectDelimiter(sample: string): string {
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue
    const { value, share } = commonest(widths(sample, delimiter))
    const score = value < 2 ? 0 : share * share * Math.min(value, 12) ** 0.5
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}
