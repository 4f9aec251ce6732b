import {
  array,
  constantFrom,
  integer,
  oneof,
  property,
  string,
  assert,
  maxSafeInteger,
  uuid,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteWriter } from './byte-writer.ts'

/** A buffer this small has to grow in the middle of almost everything. */
const tiny = 4

function written(write: (writer: ByteWriter) => void): Buffer {
  const writer = new ByteWriter(tiny)
  write(writer)
  return writer.bytes()
}

/** Reads LEB128, padded or not. */
function readLength(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0
  for (let shift = 0, next = at; ; shift += 7) {
    const byte = bytes[next++]!
    value += (byte & 127) * 2 ** shift
    if (byte < 128) return { value, next }
  }
}

describe('ByteWriter', () => {
  it('writes texts of any length and script as length and UTF-8', () => {
    const anyText = oneof(
      string({ unit: 'binary', maxLength: 80 }),
      string({ unit: 'grapheme', maxLength: 80 }),
      constantFrom(
        '很'.repeat(64),
        '很'.repeat(65),
        'x'.repeat(2_000),
        '\ud800',
        'a\udc00b',
        '😀'.repeat(32),
      ),
    )
    assert(
      property(array(anyText), (texts) => {
        const bytes = written((writer) => texts.forEach((text) => writer.text(text)))
        let at = 0
        const read = texts.map(() => {
          const { value, next } = readLength(bytes, at)
          at = next + value
          return bytes.subarray(next, at).toString('utf8')
        })
        expect(read).toEqual(texts.map((text) => Buffer.from(text, 'utf8').toString('utf8')))
        expect(at).toBe(bytes.length)
      }),
    )
  })

  it('writes whole numbers of 64 bits exactly', () => {
    assert(
      property(array(maxSafeInteger()), (values) => {
        const bytes = written((writer) => values.forEach((value) => writer.int64(value)))
        expect(values.map((_, index) => bytes.readBigInt64LE(index * 8))).toEqual(values.map(BigInt))
      }),
    )
  })

  it('writes small numbers little-endian, one by one', () => {
    assert(
      property(array(integer({ min: 0, max: 0xffff_ffff })), (values) => {
        const bytes = written((writer) =>
          values.forEach((value) => {
            writer.byte(value & 0xff)
            writer.uint16(value & 0xffff)
            writer.uint32(value)
          }),
        )
        const read = values.map((_, index) => [
          bytes.readUInt8(index * 7),
          bytes.readUInt16LE(index * 7 + 1),
          bytes.readUInt32LE(index * 7 + 3),
        ])
        expect(read).toEqual(values.map((value) => [value & 0xff, value & 0xffff, value]))
      }),
    )
  })

  it('writes a UUID as two little-endian halves', () => {
    assert(
      property(array(uuid()), (ids) => {
        const repeated = ids.flatMap((id) => [id, id])
        const bytes = written((writer) => repeated.forEach((id) => writer.id(id)))
        const read = repeated.map((_, index) => {
          const half = (at: number) =>
            bytes
              .readBigUInt64LE(index * 16 + at)
              .toString(16)
              .padStart(16, '0')
          return half(0) + half(8)
        })
        expect(read).toEqual(repeated.map((id) => id.replaceAll('-', '')))
      }),
    )
  })
})
