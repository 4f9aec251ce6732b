import type { Values } from '../files/source-row.ts'

/** What stands at a dotted path. A key with dots in its own name wins; lists on the way give all they have. */
export function valueAt(row: Values, path: string): unknown {
  const direct = row[path]
  if (direct !== undefined || !path.includes('.')) return direct
  return descend(row, path.split('.'), 0)
}

function descend(value: unknown, path: readonly string[], at: number): unknown {
  if (at === path.length) return value
  if (Array.isArray(value)) {
    const found = value.map((element) => descend(element, path, at)).filter((part) => part !== undefined)
    return found.length === 0 ? undefined : found.length === 1 ? found[0] : found.flat()
  }
  if (typeof value !== 'object' || value === null) return undefined
  return descend((value as Values)[path[at] as string], path, at + 1)
}

/** A value as text; `{value: x}` wrappers are opened, lists joined with 、. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join('、')
  if (typeof value === 'object' && 'value' in value) return textOf(value.value)
  return JSON.stringify(value)
}

/** Dotted column names of a row of any shape; lists of objects count as their elements. */
export function flatColumns(row: Values, prefix = '', depth = 0): string[] {
  return Object.entries(row).flatMap(([key, value]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`
    if (depth >= 6) return [name]
    const inner = Array.isArray(value) ? value.slice(0, 3) : [value]
    const objects = inner.filter(isObject)
    if (objects.length === 0) return [name]
    const nested = [...new Set(objects.flatMap((object) => flatColumns(object, name, depth + 1)))]
    return Array.isArray(value) ? [name, ...nested] : nested
  })
}

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Column names of several rows in the order they are met. */
export function columnsOf(rows: readonly Values[]): string[] {
  return [...new Set(rows.flatMap((row) => flatColumns(row)))].slice(0, 500)
}

/** Columns that hold lists of objects, and those inside such lists: a table of their own, not values of the row. */
export function listColumns(rows: readonly Values[]): {
  lists: ReadonlySet<string>
  isInner: (column: string) => boolean
} {
  const lists = new Set<string>()
  for (const row of rows) collectLists(row, '', lists)
  const prefixes = [...lists].map((list) => `${list}.`)
  return { lists, isInner: (column) => prefixes.some((prefix) => column.startsWith(prefix)) }
}

function collectLists(row: Values, prefix: string, lists: Set<string>): void {
  for (const [key, value] of Object.entries(row)) {
    const name = `${prefix}${key}`
    if (Array.isArray(value)) {
      if (value.some(isObject)) lists.add(name)
    } else if (isObject(value)) collectLists(value, `${name}.`, lists)
  }
}

/** Name as it is compared: width, case, blanks, marks and units in brackets do not matter. */
export function normalName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\((?:元|分|件|个|秒|s|分钟|%|必填|选填)\)/g, '')
    .replace(/[\s_\-*:"'`]+/g, '')
}

/**
 * Finds the file's own column for a name in a mapping: exactly, then without regard to writing, then by the last
 * part of a header of several rows (`接待/咨询人数`).
 */
export function columnResolver(columns: readonly string[]): (name: string) => string {
  const exact = new Set(columns)
  const normal = new Map<string, string>()
  for (const column of [...columns].reverse()) {
    const slash = column.lastIndexOf('/')
    if (slash !== -1) normal.set(normalName(column.slice(slash + 1)), column)
  }
  for (const column of [...columns].reverse()) normal.set(normalName(column), column)
  return (name) => (exact.has(name) ? name : (normal.get(normalName(name)) ?? name))
}
