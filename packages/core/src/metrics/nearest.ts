/** A thing with an id and names that people may use for it. */
interface Named {
  readonly id: string
  readonly label: { readonly zh: string; readonly en: string }
}

/** The ids most like what was written, best first: names that begin with it, names that contain it, fewest edits. */
export function nearest(written: string, known: readonly Named[], count = 3): string[] {
  const wanted = written.toLowerCase()
  return known
    .map((named) => ({ id: named.id, distance: distanceTo(wanted, named) }))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, count)
    .map(({ id }) => id)
}

function distanceTo(wanted: string, named: Named): number {
  const names = [named.id, named.label.zh, named.label.en].map((name) => name.toLowerCase())
  return Math.min(...names.map((name) => closeness(name, wanted) * edits(wanted, name)))
}

/** What a missing letter costs: little at the end of a name, more around it, most inside. */
function closeness(name: string, wanted: string): number {
  if (wanted !== '' && name.startsWith(wanted)) return 0.3
  return wanted !== '' && (name.includes(wanted) || wanted.includes(name)) ? 0.5 : 1
}

/** Levenshtein distance. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
