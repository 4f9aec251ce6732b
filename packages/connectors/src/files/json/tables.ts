/**
 * Dotted paths of everything in a (possibly cut) JSON text that can be read as rows: arrays of objects at any depth, the
 * document itself ('') and the objects right inside it (envelopes). Arrays on the way do not show in a path.
 */
export function jsonTables(sample: string): string[] {
  const found = new Set<string>([''])
  const stack: { array: boolean; path: string[] }[] = []
  let key = ''
  let at = 0
  while (at < sample.length && found.size < 50) {
    const code = sample.charCodeAt(at)
    const top = stack.at(-1)
    if (code === 0x22) {
      const end = stringEnd(sample, at)
      if (end === -1) break
      if (top !== undefined && !top.array && /^\s*:/.test(sample.slice(end, end + 32)))
        key = keyOf(sample.slice(at, end))
      at = end
      continue
    }
    if (code === 0x7b || code === 0x5b) {
      const path = top === undefined ? [] : top.array ? top.path : [...top.path, key]
      const inList = stack.some(({ array }) => array)
      if (code === 0x7b && path.length <= (top?.array === true ? 6 : inList ? 0 : 2))
        found.add(path.join('.'))
      stack.push({ array: code === 0x5b, path })
    } else if (code === 0x7d || code === 0x5d) stack.pop()
    at += 1
  }
  return [...found].sort((a, b) => depthOf(a) - depthOf(b))
}

const depthOf = (path: string): number => (path === '' ? 0 : path.split('.').length)

function stringEnd(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x5c) at += 1
    else if (code === 0x22) return at + 1
  }
  return -1
}

function keyOf(raw: string): string {
  try {
    return String(JSON.parse(raw))
  } catch {
    return raw.slice(1, -1)
  }
}
