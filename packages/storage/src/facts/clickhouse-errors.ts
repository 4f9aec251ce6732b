import { bug, KeshengError, unavailable } from '@kesheng/core/errors/errors'

/** `retry`: the engine is away or overloaded, the same request may succeed later. */
export type FailureKind = 'retry' | 'timeout' | 'aborted' | 'fatal'

/** ClickHouse's error numbers that pass: memory limit, too many parts, network, keeper, table still loading. */
const passingCodes = new Set(['202', '203', '209', '210', '241', '242', '252', '319', '999'])
const timeoutCodes = new Set(['159', '160'])
const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])
const connectionMessages = /socket hang up|timeout error|aborted|premature close|socket was closed/i

/** What a failed request means. */
export function failureKind(error: unknown, aborted: boolean): FailureKind {
  if (aborted) return 'aborted'
  if (!(error instanceof Error)) return 'fatal'
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (timeoutCodes.has(code)) return 'timeout'
  if (passingCodes.has(code) || connectionCodes.has(code)) return 'retry'
  return connectionMessages.test(error.message) ? 'retry' : 'fatal'
}

/** The named error for the caller; its cause keeps the driver's. */
export function factStoreError(error: unknown, kind: FailureKind): Error {
  if (error instanceof KeshengError) return error
  if (kind === 'aborted') return aborted(error)
  if (kind === 'timeout') return tooSlow(error)
  if (kind === 'retry') return away(error)
  const detail = error instanceof Error ? error.message : String(error)
  return bug({
    message: { zh: `事实库拒绝了语句：${detail}`, en: `The fact store refused a statement: ${detail}` },
    cause: error,
  })
}

/** Named as the platform names it, whatever the driver says. */
function aborted(cause: unknown): Error {
  return Object.assign(new Error('The query was called off', { cause }), { name: 'AbortError' })
}

function tooSlow(cause: unknown): Error {
  return unavailable({
    message: { zh: '查询超时', en: 'The query took too long' },
    remedy: { zh: '请缩短时间范围或增加筛选条件', en: 'Choose a shorter time range or add filters' },
    cause,
  })
}

function away(cause: unknown): Error {
  return unavailable({
    message: { zh: '事实库暂时不可用', en: 'The fact store is away' },
    remedy: {
      zh: '稍后重试；若持续出现，请查看服务日志',
      en: 'Try again shortly; if it stays, look at the server log',
    },
    cause,
  })
}
