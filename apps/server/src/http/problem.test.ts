import { invalidInput, notAllowed, unavailable } from '@kesheng/core/errors/errors'
import { describe, expect, it } from 'vitest'
import { toProblem, wasCalledOff, withStatus } from './problem.ts'

const message = { zh: '文件太大', en: 'The file is too big' }

describe('toProblem', () => {
  it('speaks the reader’s language and keeps remedy and issues', () => {
    const error = invalidInput({
      message,
      remedy: { zh: '分成几个文件', en: 'Split it' },
      issues: [{ path: 'file', message: 'big' }],
    })
    expect(toProblem(error, 'zh', 'r1')).toEqual({
      type: '/api/v1/docs#problem-invalid-input',
      title: '输入有误',
      status: 400,
      code: 'InvalidInput',
      detail: '文件太大',
      remedy: '分成几个文件',
      issues: [{ path: 'file', message: 'big' }],
      requestId: 'r1',
    })
    expect(toProblem(error, 'en', 'r1').remedy).toBe('Split it')
  })

  it('has a status for each named error', () => {
    expect(toProblem(unavailable({ message }), 'en', '').status).toBe(503)
    expect(toProblem(withStatus(notAllowed({ message }), 429), 'en', '').status).toBe(429)
  })

  it('never shows the inside of an unknown error', () => {
    const problem = toProblem(new Error('password=secret at /srv/x.ts'), 'en', 'r2')
    expect(problem).toMatchObject({ status: 500, code: 'Bug', requestId: 'r2' })
    expect(JSON.stringify(problem)).not.toContain('secret')
  })

  it('keeps the status of what the HTTP layer refused', () => {
    const tooLarge = Object.assign(new Error('Request body is too large'), { statusCode: 413 })
    expect(toProblem(tooLarge, 'en', '')).toMatchObject({ status: 413, code: 'InvalidInput' })
  })
})

it.each<[string, unknown, boolean]>([
  [
    'a query that its reader called off',
    Object.assign(new Error('called off'), { name: 'AbortError' }),
    true,
  ],
  ['a signal’s own reason', AbortSignal.abort().reason, true],
  ['anything else', new Error('broken'), false],
])('knows %s', (_name, error, calledOff) => {
  expect(wasCalledOff(error)).toBe(calledOff)
})
