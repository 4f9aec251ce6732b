import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '..')
const folders = ['access', 'metrics', 'explorer', 'catalogue']
const door = 'access/run-scoped.ts'

const files = folders.flatMap((folder) =>
  readdirSync(join(source, folder), { recursive: true })
    .map((file) => `${folder}/${String(file)}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')),
)
const textOf = (file: string) => readFileSync(join(source, file), 'utf8')

/** Insight code reaches facts through `runScoped` alone, and only the renderer makes what it takes. */
describe('the only door to facts', () => {
  it('is found by this test', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(textOf(door)).toMatch(/\.query</)
  })

  it.each(files.filter((file) => file !== door))('%s does not go around it', (file) => {
    expect(textOf(file)).not.toMatch(/\.(query|read)(<[^>]*>)?\(/)
  })

  it.each(files.filter((file) => file !== 'access/sql/render.ts'))(
    '%s forges no scoped statement',
    (file) => {
      expect(textOf(file)).not.toMatch(/as (unknown as )?ScopedStatement/)
    },
  )
})
