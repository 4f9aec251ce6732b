export interface Range {
  top: number
  bottom: number
  left: number
  right: number
}

/** `AB` → 27. */
const column = (letters: string): number =>
  [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** `B2:D4` → 1-based rows, 0-based columns; null when it is no range. */
export function parseRange(reference: string): Range | null {
  const parts = /^\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$/.exec(reference)
  if (parts === null) return null
  return {
    left: column(parts[1] as string),
    top: Number(parts[2]),
    right: column(parts[3] as string),
    bottom: Number(parts[4]),
  }
}

/** Merged ranges of a sheet, filled while its rows pass in order. */
export class Merges {
  private readonly byTop = new Map<number, Range[]>()
  private open: { range: Range; value: string }[] = []

  add(range: Range | null): void {
    if (range === null || range.bottom - range.top > 1_048_576) return
    const known = this.byTop.get(range.top)
    if (known === undefined) this.byTop.set(range.top, [range])
    else known.push(range)
  }

  /** Gives every cell that a merge covers the value of its top-left cell. */
  fill(line: number, cells: string[]): void {
    if (this.byTop.size === 0) return
    for (const range of this.byTop.get(line) ?? []) this.open.push({ range, value: cells[range.left] ?? '' })
    this.open = this.open.filter(({ range }) => range.bottom >= line)
    for (const { range, value } of this.open) {
      if (value === '') continue
      while (cells.length < range.left) cells.push('')
      for (let column = range.left; column <= range.right; column += 1) cells[column] = value
    }
  }
}
