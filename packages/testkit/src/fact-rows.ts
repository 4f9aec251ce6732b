import type { ColumnKind, Columns, FactTable, Row } from '@kesheng/contracts/facts/columns'
import {
  array as listOf,
  boolean as anyBoolean,
  constant as always,
  constantFrom,
  double as anyDouble,
  integer as whole,
  maxSafeNat,
  oneof,
  option as orNull,
  record as anyRecord,
  sample,
  string as anyString,
  uuid as anyUuid,
  type Arbitrary,
} from 'fast-check'

/** Texts as people write them: Chinese, emoji, line breaks, quotes, tabs, and now and then a long one. */
const text = oneof(
  anyString({ unit: 'grapheme', maxLength: 40 }),
  constantFrom('', '亲，这件还有货吗？', 'a\tb\nc\\d"e\'f', '😀👨‍👩‍👧 表情', '很'.repeat(300)),
)
const keyText = constantFrom('', 'taobao', 'jd', '天猫/某某旗舰店', 'a/b:客服小王')
const time = whole({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) })
const double = anyDouble({ noNaN: true, noDefaultInfinity: true })

const arbitraries: Record<ColumnKind, Arbitrary<unknown>> = {
  id: anyUuid(),
  key: keyText,
  text,
  time,
  'time?': orNull(time),
  day: whole({ min: 7_305, max: 47_482 }),
  flag: anyBoolean(),
  uint8: whole({ min: 0, max: 0xff }),
  uint16: whole({ min: 0, max: 0xffff }),
  uint32: whole({ min: 0, max: 0xffff_ffff }),
  uint64: maxSafeNat(),
  int8: whole({ min: -128, max: 127 }),
  // Quarters are exact in 32 bits.
  float32: whole({ min: -4_000, max: 4_000 }).map((value) => value / 4),
  float64: double,
  'float64?': orNull(double),
  keys: listOf(keyText, { maxLength: 4 }),
  texts: listOf(text, { maxLength: 3 }),
  ids: listOf(anyUuid(), { maxLength: 3 }),
  uint32s: listOf(whole({ min: 0, max: 0xffff_ffff }), { maxLength: 4 }),
}

/** Any row of a table, with some columns fixed. */
export function arbitraryRow<C extends Columns>(
  table: FactTable<C>,
  fixed: Partial<Row<C>>,
): Arbitrary<Row<C>> {
  const columns = Object.entries(table.columns).map(([name, kind]) => [
    name,
    name in fixed ? always(fixed[name]) : arbitraries[kind],
  ])
  return anyRecord(Object.fromEntries(columns) as Record<string, Arbitrary<unknown>>) as Arbitrary<Row<C>>
}

/** A number of rows of a table, always the same for the same seed. */
export function sampleRows<C extends Columns>(
  table: FactTable<C>,
  fixed: Partial<Row<C>>,
  options: { seed: number; count: number },
): Row<C>[] {
  return sample(arbitraryRow(table, fixed), { seed: options.seed, numRuns: options.count })
}
