/** Milliseconds to wait before restart number `attempt` (0-based): 100, 200, 400 … at most 2,000. */
export function restartDelay(attempt: number): number {
  return Math.min(100 * 2 ** Math.min(attempt, 10), 2_000)
}

/** A run this long counts as healthy: the next failure starts again with the shortest wait. */
export const healthyAfterMilliseconds = 10_000
