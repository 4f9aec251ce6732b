import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { messages } from '#i18n/zh/all.ts'

const coded: Record<string, Record<string, string>> = messages.values

/** `tmall/花见旗舰店` → `花见旗舰店`; `tmall/花见旗舰店:小满` → `小满`. */
export function keyName(key: string): string {
  const shop = key.slice(key.indexOf('/') + 1)
  return shop.slice(shop.lastIndexOf(':') + 1)
}

/** A value of a dimension as people read it: coded values translated, shop and agent keys shortened. */
export function valueLabel(t: TFunction, dimension: string, value: string): string {
  if (value === '') return t('common.unknown')
  if (coded[dimension]?.[value] !== undefined)
    return t(`values.${dimension}.${value}` as 'values.platform.jd')
  return dimension === 'shop' || dimension === 'agent' ? keyName(value) : value
}

export function useValueLabel(): (dimension: string, value: string) => string {
  const { t } = useTranslation()
  return useCallback((dimension: string, value: string) => valueLabel(t, dimension, value), [t])
}
