/** Milliseconds of one run. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** Value below which the given share of the runs lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** p50 and p95 in whole milliseconds. */
export function summary(values: readonly number[]): { p50: number; p95: number } {
  return { p50: Math.round(quantile(values, 0.5)), p95: Math.round(quantile(values, 0.95)) }
}
