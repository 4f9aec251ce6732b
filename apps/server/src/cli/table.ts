/** Cells of East Asian text are two columns wide on a terminal. */
export function width(text: string): number {
  let columns = 0
  for (const sign of text)
    columns +=
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
        sign,
      )
        ? 2
        : 1
  return columns
}

/** Plain text table; columns whose cells are all numbers are set right. */
export function table(
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  const cells = rows.map((row) => row.map(text))
  const widths = header.map((title, index) =>
    Math.max(width(title), ...cells.map((row) => width(row[index] ?? ''))),
  )
  const right = header.map(
    (_, index) => rows.length > 0 && rows.every((row) => typeof row[index] !== 'string'),
  )
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, right[index] === true))
      .join('  ')
      .trimEnd()
  return [line(header), line(widths.map((columns) => '─'.repeat(columns))), ...cells.map(line)].join('\n')
}

function text(value: string | number | null): string {
  if (value === null) return '–'
  return typeof value === 'number' && !Number.isInteger(value)
    ? String(Math.round(value * 10_000) / 10_000)
    : String(value)
}

function pad(cell: string, columns: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, columns - width(cell)))
  return right ? space + cell : cell + space
}
