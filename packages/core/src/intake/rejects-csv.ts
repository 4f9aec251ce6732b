import type { RejectReason } from '@kesheng/contracts/intake/records'

const columns = ['line', 'field', 'value', 'reason', 'remedy'] as const

/** Text a spreadsheet would run as a formula gets an apostrophe in front, which it shows as plain text. */
export function neutralised(value: string): string {
  return /^\s*[=+\-@]|^[\t\r]/u.test(value) ? `'${value}` : value
}

function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : neutralised(value)
  return /["\n\r,]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The rejected rows of an import as CSV: UTF-8 with BOM and CRLF, as Excel expects it. */
export async function* rejectsCsv(rejects: AsyncIterable<RejectReason[]>): AsyncGenerator<string> {
  yield `\uFEFF${columns.join(',')}\r\n`
  for await (const chunk of rejects) {
    yield chunk.map((reason) => `${columns.map((column) => cell(reason[column])).join(',')}\r\n`).join('')
  }
}
