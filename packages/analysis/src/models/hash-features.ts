/** Which character n-grams a model sees and into how many buckets they are hashed. */
export interface FeatureOptions {
  /** Table size is 2^bits. */
  bits: number
  /** Longest n-gram, in UTF-16 units. */
  longest: number
}

export interface FeatureExtractor {
  /** Distinct feature indices of the text; valid until the next call (`count` of `indices` are filled). */
  extract(text: string): { indices: Int32Array; count: number }
}

const digit = 0x30
const edge = 2

/** Digits and Latin letters carry hardly any feeling but many n-grams, so each class is one symbol. */
function symbol(code: number): number {
  if (code >= 0x30 && code <= 0x39) return digit
  if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) return 0
  return code
}

/**
 * Hashed character n-grams as a set (presence, not counts). Text edges are a symbol of their own, so that a
 * closing 了 differs from an inner one. A bucket seen twice is kept once by stamping a table with the call number.
 */
export function createFeatureExtractor(options: FeatureOptions): FeatureExtractor {
  const mask = (1 << options.bits) - 1
  const stamps = new Uint32Array(1 << options.bits)
  let stamp = 0
  let symbols = new Int32Array(256)
  let indices = new Int32Array(256 * options.longest)

  function load(text: string): number {
    if (symbols.length < text.length + 2) {
      symbols = new Int32Array((text.length + 2) * 2)
      indices = new Int32Array(symbols.length * options.longest)
    }
    let length = 0
    symbols[length++] = edge
    for (let i = 0; i < text.length; i += 1) {
      const value = symbol(text.charCodeAt(i))
      if (value !== 0) symbols[length++] = value
    }
    symbols[length++] = edge
    return length
  }

  return {
    extract(text) {
      stamp += 1
      const length = load(text)
      let count = 0
      for (let start = 0; start < length; start += 1) {
        let hash = 0x811c9dc5
        const end = Math.min(length, start + options.longest)
        for (let i = start; i < end; i += 1) {
          hash = Math.imul(hash ^ symbols[i]!, 0x01000193)
          hash ^= hash >>> 15
          const index = (Math.imul(hash, 0x85ebca6b) >>> 8) & mask
          if (stamps[index] === stamp) continue
          stamps[index] = stamp
          indices[count++] = index
        }
      }
      return { indices, count }
    },
  }
}
