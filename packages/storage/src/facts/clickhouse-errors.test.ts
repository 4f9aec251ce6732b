import { unavailable } from '@kesheng/core/errors/errors'
import { describe, expect, it } from 'vitest'
import { factStoreError, failureKind, type FailureKind } from './clickhouse-errors.ts'

const withCode = (code: string, message = 'failed') => Object.assign(new Error(message), { code })

describe('failureKind', () => {
  const cases: [string, unknown, boolean, FailureKind][] = [
    ['the engine is not there', withCode('ECONNREFUSED'), false, 'retry'],
    ['the engine went away', withCode('ECONNRESET'), false, 'retry'],
    ['the connection closed', new Error('socket hang up'), false, 'retry'],
    ['memory is short', withCode('241'), false, 'retry'],
    ['too many parts', withCode('252'), false, 'retry'],
    ['the query took too long', withCode('159'), false, 'timeout'],
    ['a syntax error', withCode('62'), false, 'fatal'],
    ['the caller gave up', new Error('The user aborted a request.'), true, 'aborted'],
    ['a connection lost after giving up', withCode('ECONNRESET'), true, 'aborted'],
    ['something that is no error', 'text', false, 'fatal'],
  ]
  it.each(cases)('%s', (_, error, aborted, kind) => {
    expect(failureKind(error, aborted)).toBe(kind)
  })
})

describe('factStoreError', () => {
  it.each([
    ['retry', 'Unavailable'],
    ['timeout', 'Unavailable'],
    ['fatal', 'Bug'],
  ] as const)('%s becomes %s and keeps its cause', (kind, code) => {
    const cause = withCode('1')
    expect(factStoreError(cause, kind)).toMatchObject({ code, cause })
  })

  it('passes named errors on', () => {
    const named = unavailable({ message: { zh: '', en: '' } })
    expect(factStoreError(named, 'fatal')).toBe(named)
  })

  it('names what the caller called off as the platform does', () => {
    const cause = new Error('The user aborted a request.')
    expect(factStoreError(cause, 'aborted')).toMatchObject({ name: 'AbortError', cause })
  })
})
