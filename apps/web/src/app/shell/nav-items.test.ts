import { roles } from '@kesheng/contracts/http/access'
import { describe, expect, it } from 'vitest'
import { allowedGroups, homePath, navGroups } from './nav-items.ts'

const pathsOf = (role: keyof typeof roles) =>
  allowedGroups(navGroups, roles[role].permissions).flatMap((group) => group.items.map(({ path }) => path))

describe('navigation', () => {
  it('shows an administrator everything', () => {
    expect(pathsOf('admin')).toEqual(navGroups.flatMap((group) => group.items.map(({ path }) => path)))
  })
  it('shows a data engineer figures, import and catalogue, but nobody’s words', () => {
    expect(pathsOf('importer')).toEqual(['/', '/opinions', '/data/import', '/data/catalogue'])
    expect(homePath(roles.importer.permissions)).toBe('/')
  })
  it('starts a person without figures at the first page they may open', () => {
    expect(homePath(['data.import'])).toBe('/data/import')
  })
  it('shows an agent no settings', () => {
    expect(pathsOf('agent')).toEqual(['/', '/conversations', '/reviews', '/opinions', '/data/catalogue'])
  })
  it('gives every entry its own key', () => {
    const keys = navGroups.flatMap((group) => group.items.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })
})
