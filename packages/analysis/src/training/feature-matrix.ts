import { createFeatureExtractor, type FeatureOptions } from '../models/hash-features.ts'

/** Sparse binary rows: row i holds `columns[offsets[i] … offsets[i + 1])`. */
export interface FeatureMatrix {
  rows: number
  /** Table size of the hash. */
  width: number
  offsets: Uint32Array
  columns: Int32Array
}

export function featureMatrix(texts: readonly string[], options: FeatureOptions): FeatureMatrix {
  const extractor = createFeatureExtractor(options)
  const offsets = new Uint32Array(texts.length + 1)
  let columns = new Int32Array(1 << 16)
  let used = 0
  texts.forEach((text, row) => {
    const { indices, count } = extractor.extract(text)
    if (used + count > columns.length) {
      const larger = new Int32Array(Math.max(columns.length * 2, used + count))
      larger.set(columns)
      columns = larger
    }
    columns.set(indices.subarray(0, count), used)
    used += count
    offsets[row + 1] = used
  })
  return { rows: texts.length, width: 1 << options.bits, offsets, columns: columns.subarray(0, used) }
}
