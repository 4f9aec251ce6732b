/**
 * Colours of the product, one table for CSS variables and charts. Every text/background pair used on a screen
 * reaches WCAG AA (4.5:1 for text, 3:1 for large text and graphics); `tokens.test.ts` measures it.
 */
export interface Palette {
  background: string
  surface: string
  raised: string
  hover: string
  selected: string
  border: string
  borderStrong: string
  text: string
  textMuted: string
  accent: string
  accentHover: string
  onAccent: string
  positive: string
  positiveSoft: string
  negative: string
  negativeSoft: string
  neutral: string
  neutralSoft: string
  warning: string
  warningSoft: string
  highlight: string
  /** Fill of what is neither good nor bad: neutral bars. */
  quiet: string
  /** Categorical series, in the order they are given out; all ≥ 3:1 on `surface`. */
  series: readonly string[]
}

export const light: Palette = {
  background: '#f6f5f1',
  surface: '#ffffff',
  raised: '#ffffff',
  hover: '#f1efe9',
  selected: '#e3edf7',
  border: '#e2dfd7',
  borderStrong: '#8c8a82',
  text: '#1d1e22',
  textMuted: '#5c5e66',
  accent: '#17528f',
  accentHover: '#0f4177',
  onAccent: '#ffffff',
  positive: '#17703f',
  positiveSoft: '#e2f2e7',
  negative: '#b3261e',
  negativeSoft: '#fbe7e4',
  neutral: '#565a63',
  neutralSoft: '#ecebe6',
  warning: '#8a4b00',
  warningSoft: '#fdefd8',
  highlight: '#ffe7a3',
  quiet: '#b3b0a6',
  series: ['#17528f', '#b8612a', '#2f7f79', '#8350a1', '#8f7a12', '#c0436b', '#4f6bd0', '#5f7f2a'],
}

export const dark: Palette = {
  background: '#121417',
  surface: '#1a1d21',
  raised: '#22262b',
  hover: '#262b31',
  selected: '#1f3349',
  border: '#30353c',
  borderStrong: '#7f8791',
  text: '#e9eaec',
  textMuted: '#a8aeb7',
  accent: '#84b9f0',
  accentHover: '#a5ccf6',
  onAccent: '#0d1c2c',
  positive: '#6fcf97',
  positiveSoft: '#173226',
  negative: '#ff9a90',
  negativeSoft: '#40201e',
  neutral: '#b4bac3',
  neutralSoft: '#2b3036',
  warning: '#f3b962',
  warningSoft: '#3b2c14',
  highlight: '#5c4a12',
  quiet: '#5f6771',
  series: ['#84b9f0', '#eda06b', '#67c2ba', '#c49ae0', '#d6c05a', '#ee8aac', '#9aabf5', '#a6c96a'],
}

export const palettes = { light, dark } as const
export type ThemeName = keyof typeof palettes

/** `textMuted` → `--text-muted`. */
export function variableName(token: string): string {
  return `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** Writes a palette onto the page; charts read the same object. */
export function applyPalette(name: ThemeName, root: HTMLElement): void {
  root.dataset['theme'] = name
  root.style.colorScheme = name
  for (const [token, value] of Object.entries(palettes[name])) {
    if (typeof value === 'string') root.style.setProperty(variableName(token), value)
  }
}
