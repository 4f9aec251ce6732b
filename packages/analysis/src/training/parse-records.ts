/** Rows of a labelled file: CSV with a header row, or one JSON object a line. */
export function parseRecords(text: string, format: 'csv' | 'jsonl'): Record<string, string>[] {
  return format === 'csv' ? parseCsv(text) : parseLines(text)
}

function parseLines(text: string): Record<string, string>[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const record = JSON.parse(line) as Record<string, unknown>
      return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]))
    })
}

function parseCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = csvRows(text)
  return rows
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(header.map((name, i) => [name.replace(/^\ufeff/, ''), row[i] ?? ''])))
}

/** RFC 4180: quoted fields may hold commas, doubled quotes and line breaks. */
function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const field = /"((?:[^"]|"")*)"|([^,\r\n]*)/y
  let position = 0
  while (position < text.length) {
    field.lastIndex = position
    const match = field.exec(text)
    row.push(match?.[1] !== undefined ? match[1].replaceAll('""', '"') : (match?.[2] ?? ''))
    position = field.lastIndex
    if (text[position] === ',') {
      position += 1
      if (position < text.length) continue
      row.push('')
    }
    while (text[position] === '\r' || text[position] === '\n') position += 1
    rows.push(row)
    row = []
  }
  return rows
}
