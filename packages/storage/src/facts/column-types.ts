import type { ColumnKind } from '@kesheng/contracts/facts/columns'

interface StoredType {
  /** Type in ClickHouse. */
  type: string
  /** Compression; without one the server's default (LZ4) applies. */
  codec?: string
}

/**
 * How each column kind is kept. Keys repeat much and are dictionary-encoded; texts are long and cold, so ZSTD; times
 * of one thread follow each other closely, so their differences compress best.
 */
export const storedTypes: Record<ColumnKind, StoredType> = {
  id: { type: 'UUID' },
  key: { type: 'LowCardinality(String)' },
  text: { type: 'String', codec: 'ZSTD(1)' },
  time: { type: "DateTime64(3, 'UTC')", codec: 'Delta(8), ZSTD(1)' },
  'time?': { type: "Nullable(DateTime64(3, 'UTC'))", codec: 'ZSTD(1)' },
  day: { type: 'Date', codec: 'Delta(2), ZSTD(1)' },
  flag: { type: 'Bool' },
  uint8: { type: 'UInt8' },
  uint16: { type: 'UInt16' },
  uint32: { type: 'UInt32', codec: 'T64, LZ4' },
  uint64: { type: 'UInt64', codec: 'Delta(8), ZSTD(1)' },
  int8: { type: 'Int8' },
  float32: { type: 'Float32' },
  float64: { type: 'Float64' },
  'float64?': { type: 'Nullable(Float64)' },
  keys: { type: 'Array(LowCardinality(String))' },
  texts: { type: 'Array(String)', codec: 'ZSTD(1)' },
  ids: { type: 'Array(UUID)' },
  uint32s: { type: 'Array(UInt32)' },
}

/** `name Type CODEC(…)` as it stands in CREATE TABLE and ADD COLUMN. */
export function columnDefinition(name: string, kind: ColumnKind): string {
  const { type, codec } = storedTypes[kind]
  return codec === undefined ? `${name} ${type}` : `${name} ${type} CODEC(${codec})`
}
