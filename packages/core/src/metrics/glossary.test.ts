import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { dimensions, metrics } from './catalogue.ts'

const glossary = readFileSync(new URL('../../../../docs/glossary.md', import.meta.url), 'utf8')

it.each([...Object.values(metrics), ...Object.values(dimensions)].map(({ id, label }) => [id, label.zh]))(
  '%s (%s) stands in docs/glossary.md; `node --import tsx scripts/write-glossary.ts` writes it',
  (id, name) => {
    expect(glossary).toMatch(new RegExp(`\\| ${name.replace(/[()（）]/g, '.')}\\s+\\| \`${id}\``))
  },
)
