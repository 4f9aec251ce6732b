export type Language = 'zh' | 'en'

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-US' }

export function localeOf(language: Language): string {
  return locales[language]
}

/** Shown where there is no value. */
export const noValue = '–'

function number(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(locales[language], options).format(value)
}

/** 83 → `1分23秒` / `1m 23s`; two largest parts, seconds kept to one decimal below 10 s. */
export function formatDuration(seconds: number, language: Language): string {
  const names = language === 'zh' ? ['天', '小时', '分', '秒'] : ['d', 'h', 'm', 's']
  const space = language === 'zh' ? '' : ' '
  const size = Math.abs(seconds)
  const sign = seconds < 0 ? '−' : ''
  if (size < 10) return `${sign}${number(size, language, { maximumFractionDigits: 1 })}${names[3]}`
  const whole = Math.round(size)
  const parts = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3600) % 24,
    Math.floor(whole / 60) % 60,
    whole % 60,
  ]
  const first = parts.findIndex((part) => part > 0)
  const shown = parts.map((part, index) => (part > 0 ? `${part}${names[index]}` : '')).slice(first, first + 2)
  return sign + shown.filter((part) => part !== '').join(space)
}

const compactFrom = 1_000_000

/** A value with its unit (`count | share | seconds | yuan | score | points | ''`, as the metric catalogue names them). */
export function formatValue(value: number | null | undefined, unit: string, language: Language): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return noValue
  const big = Math.abs(value) >= compactFrom
  const compact: Intl.NumberFormatOptions = big ? { notation: 'compact', maximumFractionDigits: 2 } : {}
  switch (unit) {
    case 'share':
      return number(value, language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })
    case 'seconds':
      return formatDuration(value, language)
    case 'yuan':
      return `¥${number(value, language, { maximumFractionDigits: Math.abs(value) < 1000 ? 2 : 0, ...compact })}`
    case 'score':
      return number(value, language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    case 'points':
      return number(value, language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    default:
      return number(value, language, { maximumFractionDigits: unit === 'count' ? 0 : 1, ...compact })
  }
}

export function formatCount(value: number | null | undefined, language: Language): string {
  return formatValue(value, 'count', language)
}

/** Change against a base: relative for amounts, percentage points for shares, plain difference for scores and points. */
export function formatChange(current: number, previous: number, unit: string, language: Language): string {
  const signed: Intl.NumberFormatOptions = { signDisplay: 'exceptZero', maximumFractionDigits: 1 }
  if (unit === 'share') {
    return `${number((current - previous) * 100, language, signed)}${language === 'zh' ? '个百分点' : ' pp'}`
  }
  if (unit === 'score') return number(current - previous, language, { ...signed, maximumFractionDigits: 2 })
  if (unit === 'points') return number(current - previous, language, signed)
  if (previous === 0) return current === 0 ? number(0, language, {}) : language === 'zh' ? '新增' : 'new'
  return number(current / previous - 1, language, { ...signed, style: 'percent' })
}
