import type { Values } from '../../files/source-row.ts'
import { isObject, textOf } from '../../mapping/values.ts'
import { definePreset, type Expanded } from '../preset.ts'

/** Lists of one value a day, wherever they are wrapped. */
function days(value: unknown): Values[] {
  if (Array.isArray(value))
    return value.flatMap((element) => (isObject(element) && 'dtm' in element ? [element] : days(element)))
  return isObject(value) ? Object.values(value).flatMap(days) : []
}

/** The trends give a row a day; without trends the totals are one row. Days of both trends are joined. */
function openAnalysis(row: Values): Expanded[] {
  const byDay = new Map<string, Values>()
  for (const day of [...days(row['sellerCSTrend']), ...days(row['sellerCSExcellentTrend'])]) {
    const key = textOf(day['dtm'])
    byDay.set(key, { ...byDay.get(key), ...day, dtm: key })
  }
  if (byDay.size > 0)
    return [...byDay.values()].map((values) => ({ values: { ...values, title: '客服分析' } }))
  if ('dtm' in row) return [{ values: { ...row, title: '客服分析' } }]
  const overall = row['sellerCSOverall']
  const totals = Array.isArray(overall) ? overall.find(isObject) : overall
  return isObject(totals) ? [{ values: { ...totals, title: '客服分析汇总' } }] : []
}

export const xiaohongshuServiceAnalysis = definePreset({
  id: 'xiaohongshu-service-analysis',
  kind: 'operation-events',
  platform: 'xiaohongshu',
  zh: '小红书客服分析',
  en: 'Xiaohongshu service analysis',
  signature: [
    [
      'sellerCSOverall',
      'sellerCSTrend',
      'sellerCSTrend.dtm',
      'sellerCSTrend.dtm.value',
      'sellerCSOverall.caseCnt.value',
      'sellerCSOverall.caseCnt',
    ],
    [
      'sellerCSTrend',
      'sellerCSTrend.dtm',
      'sellerCSTrend.dtm.value',
      'sellerCSExcellentTrend',
      'sellerCSOverall.caseCnt.value',
    ],
  ],
  fields: { name: 'title', occurredAt: 'dtm', value: 'caseCnt' },
  constants: { eventType: '客服绩效' },
  expand: () => openAnalysis,
})
