interface Masked {
  maskStarts: readonly number[]
  maskEnds: readonly number[]
  maskKinds: readonly string[]
}

/** Parallel columns as one list of masked spans. */
export function masksOf({
  maskStarts,
  maskEnds,
  maskKinds,
}: Masked): { start: number; end: number; kind: string }[] {
  return maskStarts.map((start, at) => ({ start, end: maskEnds[at] ?? start, kind: maskKinds[at] ?? '' }))
}
