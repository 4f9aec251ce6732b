import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#lib/format/value.ts'
import { messages } from './zh/all.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: { app: typeof messages }
  }
}

const storageKey = 'kesheng.language'

/** The one i18next instance; Chinese is built in, English is loaded when asked for. */
export const i18n = createInstance()

export function rememberedLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh'
}

async function load(language: Language): Promise<void> {
  if (language === 'en' && !i18n.hasResourceBundle('en', 'app')) {
    const english = await import('./en/all.ts')
    i18n.addResourceBundle('en', 'app', english.messages)
  }
}

export async function startTranslations(): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    defaultNS: 'app',
    resources: { zh: { app: messages } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  await changeLanguage(rememberedLanguage())
}

export async function changeLanguage(language: Language): Promise<void> {
  await load(language)
  await i18n.changeLanguage(language)
  localStorage.setItem(storageKey, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}
