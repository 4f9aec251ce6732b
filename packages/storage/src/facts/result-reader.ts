/**
 * Rows of a free statement, from `JSONCompactEachRowWithNamesAndTypes` with times as Unix seconds: column names, their
 * types, then the rows. Instants become epoch milliseconds; dates stay `YYYY-MM-DD`.
 */
export function parseResult<R extends object>(text: string): R[] {
  const [names, types, ...arrays] = JSON.parse(`[${text.trimEnd().replaceAll('\n', ',')}]`) as [
    string[]?,
    string[]?,
    ...unknown[][],
  ]
  if (names === undefined || types === undefined) return []
  const instants = types.map((type) => /^(Nullable\()?DateTime/.test(type))
  return arrays.map((values) => {
    const row: Record<string, unknown> = {}
    for (let index = 0; index < names.length; index++) {
      const value = values[index]
      row[names[index]!] = instants[index] && value !== null ? Math.round(Number(value) * 1_000) : value
    }
    return row as R
  })
}
