import { columnName, type ColumnKind, type FactTable } from '@kesheng/contracts/facts/columns'
import { ByteWriter } from './byte-writer.ts'

type Rows = readonly Record<string, unknown>[]
/** Writes one column of all rows: its type, then its values. */
type ColumnEncoder = (writer: ByteWriter, rows: Rows, name: string) => void
type Write = (writer: ByteWriter, value: unknown) => void

/** First guess at the size of a value, so that the buffer seldom has to grow. */
const bytesPerValue = 10

/**
 * ClickHouse `Native` block of the rows: column after column, keys as dictionary and indexes. Measured against
 * RowBinary on message rows, the server takes it in 1.3 to 2 times as fast and it is a fifth smaller.
 */
export function encodeRows(table: FactTable, rows: Rows): Buffer {
  const columns = Object.entries(table.columns)
  const writer = new ByteWriter(rows.length * columns.length * bytesPerValue + 4_096)
  writer.variableInteger(columns.length)
  writer.variableInteger(rows.length)
  for (const [name, kind] of columns) {
    writer.text(columnName(name))
    encoders[kind](writer, rows, name)
  }
  return writer.bytes()
}

const writeId: Write = (writer, value) => writer.id(value as string)
const writeText: Write = (writer, value) => writer.text(value as string)
const writeByte: Write = (writer, value) => writer.byte(value as number)
const writeFlag: Write = (writer, value) => writer.byte(value === true ? 1 : 0)
const writeUint16: Write = (writer, value) => writer.uint16(value as number)
const writeUint32: Write = (writer, value) => writer.uint32(value as number)
const writeInt64: Write = (writer, value) => writer.int64(value as number)
const writeFloat32: Write = (writer, value) => writer.float32(value as number)
const writeFloat64: Write = (writer, value) => writer.float64(value as number)

const encoders: Record<ColumnKind, ColumnEncoder> = {
  id: encodeIds,
  key: encodeKeys,
  text: encodeTexts,
  time: plain("DateTime64(3, 'UTC')", writeInt64),
  'time?': nullable("DateTime64(3, 'UTC')", writeInt64),
  day: plain('Date', writeUint16),
  flag: plain('Bool', writeFlag),
  uint8: plain('UInt8', writeByte),
  uint16: plain('UInt16', writeUint16),
  uint32: plain('UInt32', writeUint32),
  uint64: plain('UInt64', writeInt64),
  int8: plain('Int8', writeByte),
  float32: plain('Float32', writeFloat32),
  float64: plain('Float64', writeFloat64),
  'float64?': nullable('Float64', writeFloat64),
  keys: list('String', writeText),
  texts: list('String', writeText),
  ids: list('UUID', writeId),
  uint32s: list('UInt32', writeUint32),
}

/** Ids and texts are most of a row: in loops of their own their writing is inlined, a tenth less time in all. */
function encodeIds(writer: ByteWriter, rows: Rows, name: string): void {
  writer.text('UUID')
  for (const row of rows) writer.id(row[name] as string)
}

function encodeTexts(writer: ByteWriter, rows: Rows, name: string): void {
  writer.text('String')
  for (const row of rows) writer.text(row[name] as string)
}

function plain(type: string, write: Write): ColumnEncoder {
  return (writer, rows, name) => {
    writer.text(type)
    for (const row of rows) write(writer, row[name])
  }
}

/** A byte per row that says "null", then all values with zeros in the gaps. */
function nullable(type: string, write: Write): ColumnEncoder {
  return (writer, rows, name) => {
    writer.text(`Nullable(${type})`)
    for (const row of rows) writer.byte(row[name] === null ? 1 : 0)
    for (const row of rows) write(writer, row[name] ?? 0)
  }
}

/** Where each row's list ends, then all elements. */
function list(elementType: string, write: Write): ColumnEncoder {
  return (writer, rows, name) => {
    writer.text(`Array(${elementType})`)
    let end = 0
    for (const row of rows) writer.int64((end += (row[name] as unknown[]).length))
    for (const row of rows) for (const value of row[name] as unknown[]) write(writer, value)
  }
}

/** Version of the dictionary format ("shared dictionaries with additional keys"). */
const dictionaryVersion = 1
/** Flag beside the index width: the block brings its own keys. */
const bringsKeys = 1 << 9

function encodeKeys(writer: ByteWriter, rows: Rows, name: string): void {
  writer.text('LowCardinality(String)')
  const { keys, indexes } = dictionaryOf(rows, name)
  const width = keys.size <= 0x100 ? 0 : keys.size <= 0x1_0000 ? 1 : 2
  writer.int64(dictionaryVersion)
  writer.int64(bringsKeys | width)
  writer.int64(keys.size)
  for (const key of keys.keys()) writer.text(key)
  writer.int64(rows.length)
  for (const index of indexes) {
    if (width === 0) writer.byte(index)
    else if (width === 1) writer.uint16(index)
    else writer.uint32(index)
  }
}

/** Distinct values in order of appearance (the format wants the empty one first) and each row's place in them. */
function dictionaryOf(rows: Rows, name: string): { keys: Map<string, number>; indexes: Uint32Array } {
  const keys = new Map<string, number>([['', 0]])
  const indexes = new Uint32Array(rows.length)
  let last = ''
  let lastIndex = 0
  for (let row = 0; row < rows.length; row++) {
    const key = rows[row]![name] as string
    if (key !== last) {
      const known = keys.get(key)
      lastIndex = known ?? keys.size
      if (known === undefined) keys.set(key, lastIndex)
      last = key
    }
    indexes[row] = lastIndex
  }
  return { keys, indexes }
}
