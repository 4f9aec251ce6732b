import { gunzipSync, gzipSync } from 'node:zlib'

/** Lists that are written once and seldom read are kept as gzip of their JSON. */
export function packJson(value: unknown): Buffer {
  return gzipSync(JSON.stringify(value))
}

export function unpackJson(packed: Buffer): unknown {
  return JSON.parse(gunzipSync(packed).toString('utf8'))
}
