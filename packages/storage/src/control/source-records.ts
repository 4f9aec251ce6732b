import type { Mapping } from '@kesheng/contracts/intake/mapping'
import type { ImportRepository, Source, Upload } from '@kesheng/core/intake/ports'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { ControlDatabase } from './control-database.ts'
import { mappings, sources, uploads } from './schema/intake.ts'

type SavedMapping = Awaited<ReturnType<ImportRepository['mappings']>>[number]

/** Uploads, sources and saved mappings: what imports refer to. */
export class SourceRecords {
  protected readonly control: ControlDatabase

  constructor(control: ControlDatabase) {
    this.control = control
  }

  async addUpload(upload: Upload): Promise<void> {
    await this.control.run((database) => database.insert(uploads).values(upload).onConflictDoNothing())
  }

  async upload(tenantId: string, id: string): Promise<Upload | null> {
    const rows = await this.control.run((database) =>
      database
        .select()
        .from(uploads)
        .where(and(eq(uploads.tenantId, tenantId), eq(uploads.id, id))),
    )
    return rows[0] ?? null
  }

  async ensureSource(source: Omit<Source, 'createdAt'>, now: number): Promise<Source> {
    const same = and(
      eq(sources.tenantId, source.tenantId),
      eq(sources.name, source.name),
      eq(sources.kind, source.kind),
    )
    return this.control.run(async (database) => {
      await database
        .insert(sources)
        .values({ ...source, createdAt: now })
        .onConflictDoNothing()
      const [found] = await database.select().from(sources).where(same)
      if (found === undefined) throw new Error(`the id of source ${source.name} belongs to another source`)
      return found
    })
  }

  async sources(tenantId: string): Promise<Source[]> {
    return this.control.run((database) =>
      database
        .select()
        .from(sources)
        .where(eq(sources.tenantId, tenantId))
        .orderBy(asc(sources.name), asc(sources.kind)),
    )
  }

  async changeSource(
    tenantId: string,
    id: string,
    change: Partial<Pick<Source, 'name' | 'owner' | 'ownership'>>,
  ): Promise<Source | null> {
    const own = and(eq(sources.tenantId, tenantId), eq(sources.id, id))
    const rows = await this.control.run((database) =>
      Object.keys(change).length === 0
        ? database.select().from(sources).where(own)
        : database.update(sources).set(change).where(own).returning(),
    )
    return rows[0] ?? null
  }

  async deleteSource(tenantId: string, id: string): Promise<void> {
    await this.control.run((database) =>
      database.delete(sources).where(and(eq(sources.tenantId, tenantId), eq(sources.id, id))),
    )
  }

  async saveMapping(tenantId: string, columnsKey: string, mapping: Mapping, now: number): Promise<string> {
    const rows = await this.control.run((database) =>
      database
        .insert(mappings)
        .values({ id: randomUUID(), tenantId, columnsKey, name: mapping.name, mapping, usedAt: now })
        .onConflictDoUpdate({
          target: [mappings.tenantId, mappings.columnsKey, mappings.name],
          set: { mapping: sql`excluded.mapping`, usedAt: sql`excluded.used_at` },
        })
        .returning({ id: mappings.id }),
    )
    return rows[0]!.id
  }

  /** Last used first. */
  async mappings(tenantId: string): Promise<SavedMapping[]> {
    return this.control.run((database) =>
      database
        .select({
          id: mappings.id,
          columnsKey: mappings.columnsKey,
          mapping: mappings.mapping,
          usedAt: mappings.usedAt,
        })
        .from(mappings)
        .where(eq(mappings.tenantId, tenantId))
        .orderBy(desc(mappings.usedAt), asc(mappings.id)),
    )
  }
}
