import type { RejectReason } from '@kesheng/contracts/intake/records'
import { bug, type Text } from '@kesheng/core/errors/errors'
import type { BatchCommit, ImportRecord, ImportRepository } from '@kesheng/core/intake/ports'
import { and, asc, desc, eq, gt, inArray, lt, sql, type SQL } from 'drizzle-orm'
import { bitsByDay, bucketsOf } from './bucket-bits.ts'
import type { Transaction } from './control-database.ts'
import { countNames } from './import-counts.ts'
import { packJson, unpackJson } from './packed-json.ts'
import { importAnalysisJobs, importRejects, imports, importTouchedDays } from './schema/intake.ts'
import { SourceRecords } from './source-records.ts'

export class PostgresImportRepository extends SourceRecords implements ImportRepository {
  async create(record: ImportRecord): Promise<void> {
    await this.control.run((database) =>
      database.insert(imports).values(record).onConflictDoNothing({ target: imports.id }),
    )
  }

  async get(tenantId: string, id: string): Promise<ImportRecord | null> {
    const rows = await this.select(and(eq(imports.tenantId, tenantId), eq(imports.id, id)))
    return rows[0] ?? null
  }

  async list(tenantId: string, limit: number): Promise<ImportRecord[]> {
    return this.select(eq(imports.tenantId, tenantId), limit)
  }

  async listBySource(tenantId: string, sourceId: string): Promise<ImportRecord[]> {
    return this.select(and(eq(imports.tenantId, tenantId), eq(imports.sourceId, sourceId)))
  }

  async unfinished(): Promise<ImportRecord[]> {
    return this.select(inArray(imports.state, ['running', 'analysing', 'cancelling']))
  }

  async unanalysed(): Promise<ImportRecord[]> {
    return this.select(and(eq(imports.state, 'failed'), lt(imports.analysed, imports.toAnalyse)))
  }

  private async select(condition: SQL | undefined, limit = 1_000_000): Promise<ImportRecord[]> {
    return this.control.run((database) =>
      database
        .select()
        .from(imports)
        .where(condition)
        .orderBy(desc(imports.startedAt), asc(imports.id))
        .limit(limit),
    )
  }

  /** The number of committed batches is the guard: only the next one passes, whatever is repeated after a crash. */
  async commitBatch(commit: BatchCommit): Promise<boolean> {
    return this.control.transaction(async (transaction) => {
      const counted = await transaction
        .update(imports)
        .set({ ...increments(commit), bytesRead: commit.bytesRead, batches: commit.batch + 1 })
        .where(and(eq(imports.id, commit.importId), eq(imports.batches, commit.batch)))
        .returning({ id: imports.id })
      if (counted.length === 0) return alreadyCommitted(transaction, commit)
      await addTouched(transaction, commit)
      await addRejects(transaction, commit)
      return true
    })
  }

  async touched(importId: string): Promise<{ day: number; buckets: number[] }[]> {
    const rows = await this.control.run((database) =>
      database
        .select()
        .from(importTouchedDays)
        .where(eq(importTouchedDays.importId, importId))
        .orderBy(asc(importTouchedDays.day)),
    )
    return rows.map((row) => ({ day: row.day, buckets: bucketsOf(row.buckets) }))
  }

  async transition(
    id: string,
    from: ImportRecord['state'][],
    to: ImportRecord['state'],
    change: { now: number; error?: Text; toAnalyse?: number },
  ): Promise<boolean> {
    const ends = to === 'done' || to === 'cancelled' || to === 'failed'
    const rows = await this.control.run((database) =>
      database
        .update(imports)
        .set({
          state: to,
          finishedAt: ends ? change.now : null,
          error: change.error ?? null,
          ...(change.toAnalyse === undefined ? {} : { toAnalyse: change.toAnalyse }),
        })
        .where(and(eq(imports.id, id), inArray(imports.state, from)))
        .returning({ id: imports.id }),
    )
    // Jobs that were quicker than the transition have been counted already.
    if (rows.length > 0 && to === 'analysing')
      await this.control.run((database) => finishAnalysed(database, id, change.now))
    return rows.length > 0
  }

  async analysisDone(importId: string, jobId: string, now: number): Promise<void> {
    await this.control.transaction(async (transaction) => {
      const known = await transaction
        .select({ id: imports.id })
        .from(imports)
        .where(eq(imports.id, importId))
        .for('update')
      if (known.length === 0) return
      const added = await transaction
        .insert(importAnalysisJobs)
        .values({ importId, jobId })
        .onConflictDoNothing()
        .returning({ jobId: importAnalysisJobs.jobId })
      if (added.length === 0) return
      await transaction
        .update(imports)
        .set({ analysed: sql`${imports.analysed} + 1` })
        .where(eq(imports.id, importId))
      await finishAnalysed(transaction, importId, now)
    })
  }

  async analysedJobs(importId: string): Promise<string[]> {
    const rows = await this.control.run((database) =>
      database
        .select({ jobId: importAnalysisJobs.jobId })
        .from(importAnalysisJobs)
        .where(eq(importAnalysisJobs.importId, importId)),
    )
    return rows.map((row) => row.jobId)
  }

  async *rejects(importId: string): AsyncGenerator<RejectReason[]> {
    let last = -1
    for (;;) {
      const rows = await this.control.run((database) =>
        database
          .select()
          .from(importRejects)
          .where(and(eq(importRejects.importId, importId), gt(importRejects.batch, last)))
          .orderBy(asc(importRejects.batch))
          .limit(1),
      )
      const row = rows[0]
      if (row === undefined) return
      last = row.batch
      yield unpackJson(row.rejects) as RejectReason[]
    }
  }
}

function increments(commit: BatchCommit): Record<(typeof countNames)[number], SQL> {
  const entries = countNames.map((name) => [name, sql`${imports[name]} + ${commit.counts[name]}`])
  return Object.fromEntries(entries) as Record<(typeof countNames)[number], SQL>
}

/** A batch that did not count must be an earlier one: anything else would lose rows, so it is refused. */
async function alreadyCommitted(transaction: Transaction, commit: BatchCommit): Promise<false> {
  const [found] = await transaction
    .select({ batches: imports.batches })
    .from(imports)
    .where(eq(imports.id, commit.importId))
  if (found !== undefined && found.batches > commit.batch) return false
  const state = found === undefined ? 'the import does not exist' : `${found.batches} batches are committed`
  const message = `Batch ${commit.batch} of import ${commit.importId} out of turn: ${state}`
  throw bug({ message: { zh: message, en: message } })
}

async function addTouched(transaction: Transaction, commit: BatchCommit): Promise<void> {
  const rows = [...bitsByDay(commit.touched)].map(([day, buckets]) => ({
    importId: commit.importId,
    day,
    buckets,
  }))
  if (rows.length === 0) return
  await transaction
    .insert(importTouchedDays)
    .values(rows)
    .onConflictDoUpdate({
      target: [importTouchedDays.importId, importTouchedDays.day],
      set: { buckets: sql`${importTouchedDays.buckets} | excluded.buckets` },
    })
}

async function addRejects(transaction: Transaction, commit: BatchCommit): Promise<void> {
  if (commit.rejects.length === 0) return
  await transaction
    .insert(importRejects)
    .values({ importId: commit.importId, batch: commit.batch, rejects: packJson(commit.rejects) })
}

/** Moves an import whose last analysis job is done to `done`. */
async function finishAnalysed(
  database: Pick<Transaction, 'update'>,
  importId: string,
  now: number,
): Promise<void> {
  await database
    .update(imports)
    .set({ state: 'done', finishedAt: now })
    .where(
      and(
        eq(imports.id, importId),
        eq(imports.state, 'analysing'),
        sql`${imports.analysed} >= ${imports.toAnalyse}`,
      ),
    )
}
