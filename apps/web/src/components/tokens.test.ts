import { describe, expect, it } from 'vitest'
import { contrast } from './contrast.ts'
import { palettes, variableName, type Palette, type ThemeName } from './tokens.ts'

type Colour = Exclude<keyof Palette, 'series'>

const textPairs: [Colour, Colour][] = [
  ['text', 'background'],
  ['text', 'surface'],
  ['text', 'hover'],
  ['text', 'selected'],
  ['text', 'highlight'],
  ['textMuted', 'background'],
  ['textMuted', 'surface'],
  ['textMuted', 'raised'],
  ['textMuted', 'hover'],
  ['textMuted', 'selected'],
  ['accent', 'background'],
  ['accent', 'surface'],
  ['accent', 'raised'],
  ['accent', 'hover'],
  ['accent', 'selected'],
  ['accentHover', 'surface'],
  ['onAccent', 'accent'],
  ['onAccent', 'accentHover'],
  ['positive', 'surface'],
  ['positive', 'positiveSoft'],
  ['negative', 'surface'],
  ['negative', 'hover'],
  ['negative', 'negativeSoft'],
  ['neutral', 'neutralSoft'],
  ['warning', 'surface'],
  ['warning', 'warningSoft'],
  ['text', 'warningSoft'],
]

describe.each(Object.keys(palettes) as ThemeName[])('%s palette', (name) => {
  const palette = palettes[name]

  it.each(textPairs)('%s on %s is readable (AA, 4.5:1)', (foreground, background) => {
    expect(contrast(palette[foreground], palette[background])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(palette.series.map((colour) => [colour]))(
    'series %s stands out from the surface (3:1)',
    (colour) => {
      expect(contrast(colour, palette.surface)).toBeGreaterThanOrEqual(3)
    },
  )

  it('draws control outlines that can be seen (3:1)', () => {
    expect(contrast(palette.borderStrong, palette.surface)).toBeGreaterThanOrEqual(3)
  })
})

describe('contrast', () => {
  it('is 21 for black on white and 1 for equal colours', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#17528f', '#17528f')).toBe(1)
  })
})

describe('variableName', () => {
  it('is kebab case', () => {
    expect(variableName('textMuted')).toBe('--text-muted')
  })
})
