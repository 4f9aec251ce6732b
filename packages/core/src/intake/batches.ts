import type { RowOutcome } from '@kesheng/contracts/intake/outcome'

/** Outcomes a batch: its boundaries depend on the file only, so a restart finds the same batches again. */
export const batchSize = 5000

/** Cuts chunks of any size into batches of exactly `size` (the last one is shorter). */
export async function* inBatches(
  chunks: AsyncIterable<RowOutcome[]>,
  size = batchSize,
): AsyncGenerator<RowOutcome[]> {
  let pending: RowOutcome[] = []
  for await (const chunk of chunks) {
    for (const outcome of chunk) {
      pending.push(outcome)
      if (pending.length === size) {
        yield pending
        pending = []
      }
    }
  }
  if (pending.length > 0) yield pending
}
