import type { LinearModel } from './linear-model.ts'

/** `KSLM`, header length (uint32 little-endian), header as JSON, one signed byte per bucket. */
const magic = 'KSLM'

export function encodeModel(model: LinearModel): Uint8Array {
  const { weights, ...header } = model
  const json = new TextEncoder().encode(JSON.stringify(header))
  const bytes = new Uint8Array(8 + json.length + weights.length)
  bytes.set(new TextEncoder().encode(magic))
  new DataView(bytes.buffer).setUint32(4, json.length, true)
  bytes.set(json, 8)
  bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), 8 + json.length)
  return bytes
}

export function decodeModel(bytes: Uint8Array): LinearModel {
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== magic)
    throw new Error('not a model file (KSLM expected)')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Omit<
    LinearModel,
    'weights'
  >
  const weights = Int8Array.from(
    new Int8Array(bytes.buffer, bytes.byteOffset + 8 + length, bytes.length - 8 - length),
  )
  if (weights.length !== 1 << header.features.bits) throw new Error('model file is cut short')
  return { ...header, weights }
}
