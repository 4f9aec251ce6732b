import type { WorkspaceSettings } from '@kesheng/contracts/http/data.routes'
import type { Tenant, WorkspaceRepository } from '@kesheng/core/workspace/ports'
import { asc, eq } from 'drizzle-orm'
import type { ControlDatabase } from './control-database.ts'
import { tenants } from './schema/people.ts'

export class PostgresWorkspaceRepository implements WorkspaceRepository {
  private readonly control: ControlDatabase

  constructor(control: ControlDatabase) {
    this.control = control
  }

  async tenants(): Promise<Tenant[]> {
    return this.control.run((database) =>
      database.select().from(tenants).orderBy(asc(tenants.createdAt), asc(tenants.id)),
    )
  }

  async tenant(id: string): Promise<Tenant | null> {
    const rows = await this.control.run((database) =>
      database.select().from(tenants).where(eq(tenants.id, id)),
    )
    return rows[0] ?? null
  }

  async addTenant(tenant: Tenant): Promise<void> {
    await this.control.run((database) =>
      database.insert(tenants).values(tenant).onConflictDoNothing({ target: tenants.id }),
    )
  }

  async changeSettings(id: string, settings: WorkspaceSettings): Promise<void> {
    await this.control.run((database) => database.update(tenants).set({ settings }).where(eq(tenants.id, id)))
  }

  async setDemo(id: string, demo: boolean): Promise<void> {
    await this.control.run((database) => database.update(tenants).set({ demo }).where(eq(tenants.id, id)))
  }
}
