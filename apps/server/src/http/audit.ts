import type { Principal } from '../auth/principal.ts'
import type { Services } from './services.ts'

/** Writes who did what to what; texts of buyers never go in here. */
export async function audit(
  { peoplePorts }: Pick<Services, 'peoplePorts'>,
  principal: Pick<Principal, 'tenant' | 'actor'>,
  action: string,
  target: string,
  detail: Record<string, unknown>,
): Promise<void> {
  const { people, newId, clock } = peoplePorts
  const { tenant, actor } = principal
  await people.audit({ id: newId(), tenantId: tenant.id, at: clock(), actor, action, target, detail })
}
