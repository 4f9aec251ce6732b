import type { Principal } from '../auth/principal.ts'
import type { Services } from './services.ts'

/** What every read of facts needs beside the scope: the workspace's timezone, the time, and when to stop. */
export interface ReadContext {
  now: number
  timezone: string
  /** Milliseconds of a steady clock. */
  clock: () => number
  signal: AbortSignal
}

export function readContext(
  services: Pick<Services, 'clock'>,
  { principal, signal }: { principal: Principal; signal: AbortSignal },
): ReadContext {
  const { timezone } = principal.tenant.settings
  return { now: services.clock(), timezone, clock: () => performance.now(), signal }
}
