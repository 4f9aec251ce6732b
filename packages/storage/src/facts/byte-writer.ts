/** Text up to this many UTF-16 units is encoded in JavaScript; beyond it the call into native code pays off. */
const shortText = 64

/** A growing buffer with the little-endian primitives of ClickHouse's binary formats. */
export class ByteWriter {
  private buffer: Buffer
  private position = 0
  private lastId = ''
  private lastIdAt = 0

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(size)
  }

  /** What was written so far, without copying. */
  bytes(): Buffer {
    return this.buffer.subarray(0, this.position)
  }

  /** Makes room for `count` more bytes and moves past them; returns where they start. */
  private take(count: number): number {
    const start = this.position
    const end = start + count
    if (end > this.buffer.length) this.grow(end)
    this.position = end
    return start
  }

  private grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.max(needed, this.buffer.length * 2))
    this.buffer.copy(larger, 0, 0, this.position)
    this.buffer = larger
  }

  byte(value: number): void {
    // First the room, then the buffer: making room may replace it.
    const at = this.take(1)
    this.buffer[at] = value
  }

  uint16(value: number): void {
    const at = this.take(2)
    this.buffer[at] = value
    this.buffer[at + 1] = value >>> 8
  }

  uint32(value: number): void {
    const at = this.take(4)
    const buffer = this.buffer
    buffer[at] = value
    buffer[at + 1] = value >>> 8
    buffer[at + 2] = value >>> 16
    buffer[at + 3] = value >>> 24
  }

  /** Whole numbers of either sign up to 2^53, as 64 bits in two's complement. */
  int64(value: number): void {
    const high = Math.floor(value / 0x1_0000_0000)
    this.uint32(value - high * 0x1_0000_0000)
    this.uint32(high)
  }

  float32(value: number): void {
    const at = this.take(4)
    this.buffer.writeFloatLE(value, at)
  }

  float64(value: number): void {
    const at = this.take(8)
    this.buffer.writeDoubleLE(value, at)
  }

  /** LEB128, the length prefix of texts. */
  variableInteger(value: number): void {
    let rest = value
    while (rest > 127) {
      this.byte((rest & 127) | 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  text(value: string): void {
    const length = value.length
    if (length > shortText) return this.longText(value)
    // Three bytes a unit at most (a surrogate pair makes four), so up to 192 bytes: a two-byte length at most.
    const start = this.take(length * 3 + 2)
    const bodyStart = start + (length * 3 > 127 ? 2 : 1)
    const end = this.encode(value, bodyStart)
    const size = end - bodyStart
    if (bodyStart - start === 2) {
      this.buffer[start] = (size & 127) | 128
      this.buffer[start + 1] = size >>> 7
    } else {
      this.buffer[start] = size
    }
    this.position = end
  }

  /** UTF-8 of a short text at a place that has room for it; lone surrogates become U+FFFD. Returns the end. */
  private encode(value: string, start: number): number {
    const buffer = this.buffer
    let at = start
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index)
      if (unit < 0x80) buffer[at++] = unit
      else if (unit < 0x800) {
        buffer[at++] = 0xc0 | (unit >> 6)
        buffer[at++] = 0x80 | (unit & 63)
      } else if (unit < 0xd800 || unit > 0xdfff) {
        buffer[at++] = 0xe0 | (unit >> 12)
        buffer[at++] = 0x80 | ((unit >> 6) & 63)
        buffer[at++] = 0x80 | (unit & 63)
      } else return at + buffer.write(value.slice(index), at)
    }
    return at
  }

  private longText(value: string): void {
    const size = Buffer.byteLength(value)
    this.variableInteger(size)
    const at = this.take(size)
    this.buffer.write(value, at)
  }

  /** ClickHouse keeps a UUID as two 64-bit numbers, each little-endian. Runs of one id are copied. */
  id(value: string): void {
    const at = this.take(16)
    if (value === this.lastId) {
      this.buffer.copyWithin(at, this.lastIdAt, this.lastIdAt + 16)
      return
    }
    this.lastId = value
    this.lastIdAt = at
    for (let index = 0; index < 16; index++) {
      const place = uuidPlaces[index]!
      this.buffer[at + (index ^ 7)] =
        (hexadecimal(value.charCodeAt(place)) << 4) | hexadecimal(value.charCodeAt(place + 1))
    }
  }
}

/** Where the two digits of each byte stand in `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`. */
const uuidPlaces = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34]

/** Value of one hexadecimal digit, either case. */
function hexadecimal(code: number): number {
  return code < 58 ? code - 48 : (code | 32) - 87
}
