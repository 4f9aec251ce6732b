/** What a key does, given the key pressed before it (within `chordMs`). */
export type Shortcut = { do: 'go'; path: string } | { do: 'search' | 'help' | 'chord' } | null

/** Time to press the second key after `g`. */
export const chordMs = 1200

/** Keys never work while typing or together with a modifier. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || ['TEXTAREA', 'SELECT'].includes(target.tagName)) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
}

export function shortcutOf(
  key: string,
  previous: string | null,
  paths: Readonly<Record<string, string>>,
): Shortcut {
  const path = paths[key]
  if (previous === 'g' && path !== undefined) return { do: 'go', path }
  if (key === 'g') return { do: 'chord' }
  if (key === '/') return { do: 'search' }
  return key === '?' ? { do: 'help' } : null
}
