import { describe, expect, it } from 'vitest'
import { decideAccess } from './principal.ts'

const person = { kind: 'person', permissions: ['insights.read'] } as const
const key = { kind: 'apiKey', permissions: ['data.import'] } as const

describe('decideAccess', () => {
  it.each([
    ['anyone may call a public route', 'public', null, 'allowed'],
    ['nobody is sent to sign in', 'signedIn', null, 'notSignedIn'],
    ['a person is signed in', 'signedIn', person, 'allowed'],
    ['an API key is not a person', 'signedIn', key, 'notAllowed'],
    ['a person with the permission', { permission: 'insights.read' }, person, 'allowed'],
    ['a person without it', { permission: 'people.manage' }, person, 'notAllowed'],
    ['a key with the permission', { permission: 'data.import' }, key, 'allowed'],
    ['a key without it', { permission: 'insights.read' }, key, 'notAllowed'],
    ['nobody never holds a permission', { permission: 'insights.read' }, null, 'notSignedIn'],
  ] as const)('%s', (_, access, principal, decision) => {
    expect(decideAccess(access, principal)).toBe(decision)
  })
})
