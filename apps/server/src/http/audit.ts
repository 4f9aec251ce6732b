import type { Principal } from '../auth/principal.ts'
import type { Services } from './services.ts'

/** Writes who did what to what; texts of buyers never go in here. */
export async function audit(
  services: Pick<Services, 'stores' | 'randomId' | 'clock'>,
  principal: Principal,
  action: string,
  target: string,
  detail: Record<string, unknown>,
): Promise<void> {
  await services.stores.people.audit({
    id: services.randomId(),
    tenantId: principal.tenant.id,
    at: services.clock(),
    actor: principal.actor,
    action,
    target,
    detail,
  })
}
