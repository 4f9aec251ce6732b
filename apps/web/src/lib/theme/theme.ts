import { useSyncExternalStore } from 'react'
import { applyPalette, palettes, type Palette, type ThemeName } from '#components/tokens.ts'

export const themeChoices = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const storageKey = 'kesheng.theme'
const listeners = new Set<() => void>()
const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)')

export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(storageKey)
  return themeChoices.find((choice) => choice === stored) ?? 'system'
}

/** The palette a choice means on this device. */
export function themeOf(choice: ThemeChoice, systemIsDark: boolean): ThemeName {
  if (choice !== 'system') return choice
  return systemIsDark ? 'dark' : 'light'
}

function refresh(): void {
  applyPalette(themeOf(themeChoice(), systemDark().matches), document.documentElement)
  for (const listener of listeners) listener()
}

/** Applies the remembered theme and follows the system from now on. */
export function startTheme(): void {
  systemDark().addEventListener('change', refresh)
  refresh()
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(storageKey, choice)
  refresh()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, themeChoice)
}

export function useThemeName(): ThemeName {
  return useSyncExternalStore(subscribe, () => themeOf(themeChoice(), systemDark().matches))
}

export function usePalette(): Palette {
  return palettes[useThemeName()]
}
