import type { Mapping } from '@kesheng/contracts/intake/mapping'

/** The mapping with one field taken from another column; an empty column takes the field out. */
export function withColumn(mapping: Mapping, field: string, column: string): Mapping {
  const fields = { ...mapping.fields }
  if (column === '') delete fields[field]
  else fields[field] = { ...fields[field], columns: [column] }
  return { ...mapping, fields }
}

/** The mapping with a fixed value for a field; an empty value takes it out. */
export function withConstant(mapping: Mapping, field: string, value: string): Mapping {
  const constants = { ...mapping.constants }
  if (value.trim() === '') delete constants[field]
  else constants[field] = value.trim()
  return { ...mapping, constants }
}

/** `2` → [2], `1-3` → [1, 2, 3]; null when it is neither. */
export function headerRowsOf(text: string): number[] | null {
  const [, from, to] = /^\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*$/.exec(text) ?? []
  if (!from) return null
  const first = Number(from)
  const last = Number(to ?? from)
  if (first < 1 || last < first || last - first > 9) return null
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** [1, 2, 3] → `1-3`. */
export function headerRowsText(rows: readonly number[]): string {
  const first = rows[0] ?? 1
  const last = rows.at(-1) ?? first
  return first === last ? String(first) : `${first}-${last}`
}

/** Columns of the file that no field uses yet: what would be left out. */
export function unusedColumns(columns: readonly string[], mapping: Mapping): string[] {
  const used = new Set(Object.values(mapping.fields).flatMap((rule) => rule.columns))
  for (const question of mapping.questions ?? []) used.add(question.column)
  return columns.filter((column) => !used.has(column))
}
