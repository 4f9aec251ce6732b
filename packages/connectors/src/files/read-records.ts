import type { RowOutcome } from '@kesheng/contracts/intake/outcome'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { createMapper } from '../mapping/mapper.ts'
import { rejectOf } from '../mapping/remedies.ts'
import { platformPreset } from '../platforms/all.ts'
import { withPresetFields } from '../presets.ts'
import { chooseTables, mappableColumns } from './choose-tables.ts'
import { openFile } from './file.ts'
import { type Layout, readLayout, releaseLayout } from './layout.ts'
import { readRows } from './rows.ts'
import { problemOf, type ReadHooks } from './source-row.ts'

/** Rows and records at which a chunk is full, whichever comes first. */
const chunkRows = 1000
const chunkRecords = 5000

export interface ReadRequest extends ReadHooks {
  path: string
  name: string
  /** Inner name when the file is a zip. */
  entry?: string | undefined
  mapping: Mapping
  now: number
}

/**
 * Reads a file as records, in order. Chunks are cut by counting outcomes, so the same file and mapping give the same
 * chunks each time and an import can go on where it stopped. What cannot be read comes as rejects; only an abort
 * and a disk that fails throw.
 */
export async function* readRecords(request: ReadRequest): AsyncGenerator<RowOutcome[]> {
  const { signal } = request
  const mapping = withPresetFields(request.mapping)
  let layout: Layout | undefined
  try {
    const file = await openFile(request.path, request.name, request.entry)
    layout = await readLayout(file, mapping)
    const tables = chooseTables(layout, mapping)
    const [first] = tables
    const columns = first === undefined ? [] : mappableColumns(first, platformPreset(mapping.preset))
    const map = createMapper(mapping, columns, request.now)
    const chunks = new Chunks()
    for await (const rows of readRows(file, layout, tables, mapping, request)) {
      for (const row of rows) {
        const full = chunks.add(map(row))
        if (full === null) continue
        signal?.throwIfAborted()
        yield full
      }
    }
    const rest = chunks.rest()
    if (rest.length > 0) yield rest
    request.onBytes?.(file.bytes)
  } catch (error) {
    yield [{ line: 1, reject: rejectOf(problemOf(error), 1, mapping.kind) }]
  } finally {
    await releaseLayout(layout)
  }
}

/** Outcomes gathered to chunks; a row's outcomes are never divided. */
class Chunks {
  private outcomes: RowOutcome[] = []
  private records = 0

  add(outcomes: readonly RowOutcome[]): RowOutcome[] | null {
    for (const outcome of outcomes) {
      this.outcomes.push(outcome)
      if ('records' in outcome) this.records += outcome.records.length
    }
    return this.outcomes.length >= chunkRows || this.records >= chunkRecords ? this.rest() : null
  }

  rest(): RowOutcome[] {
    const full = this.outcomes
    this.outcomes = []
    this.records = 0
    return full
  }
}
