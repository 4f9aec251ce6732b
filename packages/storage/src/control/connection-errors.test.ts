import { describe, expect, it } from 'vitest'
import { databaseCode, isAway } from './connection-errors.ts'

const withCode = (code: string) => Object.assign(new Error('failed'), { code })
const wrapped = (cause: Error) => new Error('Failed query', { cause })

describe('isAway', () => {
  it.each([
    ['refused', withCode('ECONNREFUSED'), true],
    ['no socket file yet', withCode('ENOENT'), true],
    ['shutting down, wrapped by the query builder', wrapped(withCode('57P01')), true],
    ['starting up', withCode('57P03'), true],
    ['connection lost in the middle', new Error('Connection terminated unexpectedly'), true],
    ['a broken constraint', wrapped(withCode('23505')), false],
    ['a cancelled statement', withCode('57014'), false],
    ['no error at all', undefined, false],
  ])('%s', (_, error, away) => {
    expect(isAway(error)).toBe(away)
  })
})

it('finds the code of the driver behind a wrapped error', () => {
  expect(databaseCode(wrapped(withCode('23505')))).toBe('23505')
  expect(databaseCode(new Error('plain'))).toBeNull()
})
