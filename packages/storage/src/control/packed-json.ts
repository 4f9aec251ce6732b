import { gunzipSync, gzipSync } from 'node:zlib'

/** Lists that are written once and seldom read are kept as gzip of their JSON. */
export function packJson(value: unknown): Buffer {
  return gzipSync(JSON.stringify(value))
}

export function unpackJson<T>(packed: Buffer): T {
  return JSON.parse(gunzipSync(packed).toString('utf8')) as T
}
