import { useEffect, useState } from 'react'

/** Does a label match what was typed: part of the text, or of its pinyin (full or initials)? */
export type Matcher = (label: string, typed: string) => boolean

export const plainMatch: Matcher = (label, typed) => label.toLowerCase().includes(typed.trim().toLowerCase())

/** Matching with pinyin; the dictionary (some 200 KB) is loaded on first use. */
export async function loadPinyinMatch(): Promise<Matcher> {
  const { match } = await import('pinyin-pro')
  return (label, typed) =>
    plainMatch(label, typed) || match(label, typed.trim(), { continuous: true }) !== null
}

/** A matcher that learns pinyin as soon as somebody types. */
export function usePinyinMatch(wanted: boolean): Matcher {
  const [matcher, setMatcher] = useState<Matcher>(() => plainMatch)
  useEffect(() => {
    if (wanted) void loadPinyinMatch().then((loaded) => setMatcher(() => loaded))
  }, [wanted])
  return matcher
}
