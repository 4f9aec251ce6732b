import type { FieldRule, Mapping } from '@kesheng/contracts/intake/mapping'
import type { Values } from '../files/source-row.ts'
import { cleanCell, isBlank, isBlankText } from '../parse/blank.ts'
import { parseBoolean } from '../parse/boolean.ts'
import { mendText } from '../parse/mojibake.ts'
import { parseMoney, parseNumber, parsePercent, parseScore } from '../parse/number.ts'
import { parseTime } from '../parse/time.ts'
import { columnResolver, textOf, valueAt } from './values.ts'
import { fail, type RowContext } from './row-context.ts'

export type Text = (row: Values) => string
type Reader<T> = (row: Values, context: RowContext) => T

/** Readers of the fields of one mapping, made once and used for every row. Absent values are '' or undefined. */
export interface Fields {
  mapping: Mapping
  now: number
  /** The mapping says something about the field. */
  has(field: string): boolean
  /** The value before it becomes text: lists, objects. */
  raw(field: string): (row: Values) => unknown
  /** Ids, names, choices; placeholders for "nothing" are ''. */
  text(field: string): Text
  /** What people wrote: kept as it is, encoding accidents mended or flagged. */
  freeText(field: string, dashes?: 'dashes are blank'): Reader<string>
  /** Epoch milliseconds, null when absent or (with a problem noted) unreadable. */
  time(field: string): Reader<number | null>
  number(field: string): Reader<number | undefined>
  money(field: string): Reader<number | undefined>
  score(field: string): Reader<number | undefined>
  flag(field: string): (row: Values) => boolean | undefined
}

const none = (): string => ''
/** How platforms and databases write a time that has not come: `0`, `0000-00-00 00:00:00`. */
const never = /^0+$|^0000-00-00/

const optional =
  <T>(read: Reader<T | null>): Reader<T | undefined> =>
  (row, context) =>
    read(row, context) ?? undefined

/** First non-empty of the rule's columns, translated (to nothing: the next column counts); the constant when all are empty. */
function firstText(rule: FieldRule | undefined, constant: string, columns: readonly string[]): Text {
  const empty = constant === '' ? none : () => constant
  if (rule === undefined || columns.length === 0) return empty
  const values = rule.values === undefined ? null : new Map(Object.entries(rule.values))
  const only = columns.length === 1 && !(columns[0] as string).includes('.') ? (columns[0] as string) : null
  const read = (row: Values, column: string): string => {
    const value = only === null ? valueAt(row, column) : row[only]
    return cleanCell(typeof value === 'string' ? value : textOf(value))
  }
  return (row) => {
    for (const column of columns) {
      const text = read(row, column)
      if (text === '') continue
      const translated = values === null ? text : (values.get(text) ?? text)
      if (translated !== '') return translated
    }
    return constant
  }
}

/** Compiles a mapping against the columns the file really has. */
export function compileFields(mapping: Mapping, columns: readonly string[], now: number): Fields {
  const resolve = columnResolver(columns)
  const columnsFor = (field: string): string[] => (mapping.fields[field]?.columns ?? []).map(resolve)
  const written = (field: string): Text =>
    firstText(mapping.fields[field], mapping.constants[field] ?? '', columnsFor(field))
  const text = (field: string): Text => {
    const read = written(field)
    return (row) => {
      const value = read(row)
      return isBlank(value) ? '' : value
    }
  }
  const parsed = <T>(
    field: string,
    parse: (value: string) => T | null,
    reason: string,
    nothing?: RegExp,
  ): Reader<T | null> => {
    const read = text(field)
    return (row, context) => {
      const value = read(row)
      if (value === '' || nothing?.test(value) === true) return null
      const result = parse(value)
      if (result === null) fail(context, field, value, reason)
      return result
    }
  }
  const unit = (field: string): FieldRule['unit'] => mapping.fields[field]?.unit
  return {
    mapping,
    now,
    has: (field) => mapping.fields[field] !== undefined || (mapping.constants[field] ?? '') !== '',
    raw: (field) => {
      const candidates = columnsFor(field)
      return (row) => {
        for (const column of candidates) {
          const value = valueAt(row, column)
          if (value !== undefined && value !== null && value !== '') return value
        }
        return undefined
      }
    },
    text,
    freeText: (field, dashes) => {
      const read = dashes === undefined ? written(field) : text(field)
      return (row, context) => {
        const value = read(row)
        if (isBlankText(value)) return ''
        const mended = mendText(value)
        if (mended.damaged) context.flags.mojibake = true
        return mended.text
      }
    },
    time: (field) => {
      const timezone = mapping.timezone
      const scale = unit(field) === 'seconds' ? 1000 : unit(field) === 'milliseconds' ? 1 : 0
      const parse = (value: string): number | null =>
        (scale > 0 ? scaledTime(value, scale) : null) ?? parseTime(value, timezone, now)
      return parsed(field, parse, 'bad_time', never)
    },
    number: (field) =>
      optional(parsed(field, (value) => parseNumber(value) ?? parsePercent(value), 'bad_number')),
    money: (field) => {
      const inFen = unit(field) === 'fen' ? 'fen' : 'yuan'
      return optional(parsed(field, (value) => parseMoney(value, inFen), 'bad_number'))
    },
    score: (field) => optional(parsed(field, parseScore, 'bad_number')),
    flag: (field) => {
      const read = text(field)
      return (row) => parseBoolean(read(row)) ?? undefined
    },
  }
}

/** Epoch numbers whose unit the mapping names. */
function scaledTime(value: string, scale: number): number | null {
  const number = Number(value)
  return Number.isFinite(number) && number > 0 ? number * scale : null
}

/** Reads several text fields at once; absent ones are left out. Fields nobody mapped cost nothing. */
export function textReaders<N extends string>(
  fields: Fields,
  names: readonly N[],
): (row: Values) => Partial<Record<N, string>> {
  const readers = names.filter((name) => fields.has(name)).map((name) => [name, fields.text(name)] as const)
  return (row) => {
    const texts: Partial<Record<N, string>> = {}
    for (const [name, read] of readers) {
      const value = read(row)
      if (value !== '') texts[name] = value
    }
    return texts
  }
}

/** An object without its absent members, so that a missing value is missing and not undefined. */
export function compact<T extends object>(members: { [K in keyof T]: T[K] | undefined | '' }): T {
  const result: Partial<T> = {}
  for (const key of Object.keys(members) as (keyof T)[]) {
    const value = members[key]
    if (value !== undefined && value !== '') result[key] = value as T[typeof key]
  }
  return result as T
}
