import { invalidInput } from '@kesheng/core/errors/errors'
import { resolveTimeRange } from '@kesheng/core/metrics/time-range'
import { dayOf } from '@kesheng/core/time/days'

/** UTC days that hold the given local dates (both included). At most ten years, so a slip does not flood the queue. */
export function utcDaysOf(
  range: { from: string; to: string },
  context: { now: number; timezone: string },
): { from: number; to: number } {
  const { from, to } = resolveTimeRange(range, context)
  if (from === null || to === null || from >= to || to - from > 3660 * 86_400_000) {
    throw invalidInput({
      message: { zh: '日期范围不可用。', en: 'The date range cannot be used.' },
      remedy: {
        zh: '开始不晚于结束，最长十年，例如 2026-11-01 至 2026-11-30。',
        en: 'From not after to, ten years at most, e.g. 2026-11-01 to 2026-11-30.',
      },
    })
  }
  return { from: dayOf(from), to: dayOf(to - 1) }
}
