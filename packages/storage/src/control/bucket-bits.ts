const bucketCount = 256

/** Days with their touched buckets as 256 zeros and ones, the text form of `bit(256)`. */
export function bitsByDay(touched: readonly { day: number; bucket: number }[]): Map<number, string> {
  const days = new Map<number, string[]>()
  for (const { day, bucket } of touched) {
    const bits = days.get(day) ?? Array.from({ length: bucketCount }, () => '0')
    bits[bucket] = '1'
    days.set(day, bits)
  }
  return new Map([...days].map(([day, bits]) => [day, bits.join('')]))
}

/** The buckets whose bit is set, in order. */
export function bucketsOf(bits: string): number[] {
  const buckets: number[] = []
  for (let bucket = 0; bucket < bits.length; bucket++) if (bits[bucket] === '1') buckets.push(bucket)
  return buckets
}
