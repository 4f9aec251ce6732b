import { useTranslation } from 'react-i18next'
import type { Language } from '#lib/format/value.ts'

/** The language the screen is in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh'
}
