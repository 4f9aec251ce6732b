import type { RowOutcome } from '@kesheng/contracts/intake/outcome'

/** Source rows a batch: its boundaries depend on the file only, so a restart finds the same batches again. */
export const batchSize = 5000
/** Records a batch, where one row holds a whole conversation: ≈ 20 MB of rows in memory. */
const batchRecords = 20_000

/** Cuts chunks of any size into batches of `size` outcomes, or fewer when they hold many records; never within a row. */
export async function* inBatches(
  chunks: AsyncIterable<RowOutcome[]>,
  size = batchSize,
): AsyncGenerator<RowOutcome[]> {
  let pending: RowOutcome[] = []
  let records = 0
  for await (const chunk of chunks) {
    for (const outcome of chunk) {
      if (outcome.sameRow !== true && (pending.length >= size || records >= batchRecords)) {
        yield pending
        pending = []
        records = 0
      }
      pending.push(outcome)
      records += 'records' in outcome ? outcome.records.length : 1
    }
  }
  if (pending.length > 0) yield pending
}
