import type { Problem } from '@kesheng/contracts/http/problem'
import { KeshengError } from '@kesheng/core/errors/errors'
import type { FastifyError } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { Language } from './language.ts'

const statusOf: Record<KeshengError['code'], number> = {
  InvalidInput: 400,
  NotSignedIn: 401,
  NotAllowed: 403,
  NotFound: 404,
  Conflict: 409,
  Unavailable: 503,
  Bug: 500,
}

const titles: Record<KeshengError['code'], Record<Language, string>> = {
  InvalidInput: { zh: '输入有误', en: 'Invalid input' },
  NotSignedIn: { zh: '未登录', en: 'Not signed in' },
  NotAllowed: { zh: '没有权限', en: 'Not allowed' },
  NotFound: { zh: '找不到', en: 'Not found' },
  Conflict: { zh: '状态冲突', en: 'Conflict' },
  Unavailable: { zh: '暂不可用', en: 'Unavailable' },
  Bug: { zh: '系统错误', en: 'Internal error' },
}

/** Nobody reads this answer any more; the number is the one proxies use. */
export const callerWentAway = 499

/** A query or reading that was stopped by its signal. */
export function wasCalledOff(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

/** The one place where an error becomes an answer (RFC 9457). Unknown errors tell the caller nothing of the inside. */
export function toProblem(error: unknown, language: Language, requestId: string): Problem {
  const known = asKnown(error)
  return {
    type: `/api/v1/docs#problem-${kebab(known.code)}`,
    title: titles[known.code][language],
    status: known.status ?? statusOf[known.code],
    code: known.code,
    detail: known.text[language],
    ...(known.remedy ? { remedy: known.remedy[language] } : {}),
    ...(known.issues && known.issues.length > 0 ? { issues: known.issues } : {}),
    requestId,
  }
}

interface Known extends Pick<KeshengError, 'code' | 'text' | 'remedy' | 'issues'> {
  status?: number
}

function asKnown(error: unknown): Known {
  if (error instanceof KeshengError) {
    const { code, text, remedy, issues } = error
    const status = (error as { statusCode?: number }).statusCode
    return { code, text, remedy, issues, ...(status === undefined ? {} : { status }) }
  }
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error)
  const { statusCode, message } = error as FastifyError
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    const text = { zh: `请求无法处理：${message}`, en: `The request cannot be handled: ${message}` }
    return { code: 'InvalidInput', text, remedy: undefined, issues: undefined, status: statusCode }
  }
  return {
    code: 'Bug',
    text: { zh: '系统出错，已记录。', en: 'Something broke; it has been logged.' },
    remedy: {
      zh: '请重试；仍然出错时把请求编号告诉管理员。',
      en: 'Try again; if it goes on, give the request id to your administrator.',
    },
    issues: undefined,
  }
}

interface ValidationFailure {
  validation: { instancePath: string; message?: string }[]
  validationContext?: string
}

function invalid(error: unknown): Known {
  const failure = error as ValidationFailure
  const issues = failure.validation.map(({ instancePath, message }) => ({
    path: [failure.validationContext ?? 'body', ...instancePath.split('/').filter(Boolean)].join('.'),
    message: message ?? '',
  }))
  const list = issues.map(({ path, message }) => `${path}: ${message}`).join('; ')
  return {
    code: 'InvalidInput',
    text: { zh: `输入不符合要求：${list}`, en: `The input is not as expected: ${list}` },
    remedy: { zh: '接口说明见 /api/v1/docs。', en: 'See /api/v1/docs for what is expected.' },
    issues,
  }
}

function kebab(code: string): string {
  return code.replace(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
}

/** Gives a named error another HTTP status, e.g. 429 to a caller who tries too often. */
export function withStatus(error: KeshengError, statusCode: number): KeshengError {
  return Object.assign(error, { statusCode })
}
