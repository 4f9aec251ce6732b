import type { WorkspaceSettings } from '@kesheng/contracts/http/data.routes'
import { notFound } from '../errors/errors.ts'
import type { WorkspaceRepository } from './ports.ts'

/** What a new workspace starts with. */
export function defaultSettings(name: string): WorkspaceSettings {
  return {
    name,
    timezone: 'Asia/Shanghai',
    packs: ['base', 'beauty', 'digital'],
    sessionGapMinutes: 10,
    attributionWindowHours: 72,
    presaleLookBackDays: 21,
  }
}

export async function settingsOf(
  workspaces: Pick<WorkspaceRepository, 'tenant'>,
  tenantId: string,
): Promise<WorkspaceSettings> {
  const tenant = await workspaces.tenant(tenantId)
  if (tenant === null)
    throw notFound({ message: { zh: `没有工作区 ${tenantId}`, en: `No workspace ${tenantId}` } })
  return tenant.settings
}
