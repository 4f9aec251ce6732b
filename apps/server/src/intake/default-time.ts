import { parseTime } from '@kesheng/connectors/parse/time'
import { invalidInput } from '@kesheng/core/errors/errors'
import { millisecondsPerDay } from '@kesheng/core/time/days'

/** The earliest time any row may have, see `rowTime`: 2000-01-01T00:00:00Z. */
const earliest = 946_684_800_000

/**
 * A default time as people type it, as an ISO time in UTC. Without an offset it is wall-clock time of the mapping's
 * timezone, as times in files are. A slip is refused before anything is stored under it.
 */
export function defaultTimeOf(
  typed: string | undefined,
  { timezone, now }: { timezone: string; now: number },
): string | undefined {
  if (typed === undefined || typed.trim() === '') return undefined
  const at = parseTime(typed, timezone, now)
  if (at !== null && at >= earliest && at <= now + millisecondsPerDay) return new Date(at).toISOString()
  throw invalidInput({
    message: {
      zh: `默认时间“${typed}”不可用`,
      en: `The default time "${typed}" cannot be used`,
    },
    remedy: {
      zh: '写成 2026-03-01 或 2026-03-01T08:00:00+08:00，在 2000 年之后、不晚于今天。',
      en: 'Write 2026-03-01 or 2026-03-01T08:00:00+08:00, after the year 2000 and not after today.',
    },
    issues: [{ path: 'defaultTime', message: 'a date or an ISO time, not in the future' }],
  })
}
