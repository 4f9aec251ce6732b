import { useTranslation } from 'react-i18next'
import { valuesOf, withValues } from '#components/filter-edit.ts'
import { Segmented } from '#components/segmented.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatCount } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { rowsOf } from '#lib/metrics/result.ts'
import { usePageActions, usePageContext } from '#lib/page/page-context.ts'
import { useMentionsBy } from '../api/opinion-queries.ts'
import styles from '../opinions.module.css'

const choices = {
  dimension: ['product', 'service', 'logistics', 'aftersales', 'activity'],
  polarity: ['positive', 'neutral', 'negative'],
} as const

/** One value of a dimension at a time, or all; the same filter as in the header's bar, with counts. */
function DimensionSwitch({ dimension }: { dimension: keyof typeof choices }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  const { filters } = usePageContext()
  const { setFilters } = usePageActions()
  const { data } = useMentionsBy(dimension)
  const counts = new Map(
    data && rowsOf(data).map((row) => [row.text(dimension), row.number('mentions') ?? 0]),
  )
  const options = choices[dimension].map((value) => ({
    value: value as string,
    label: t('opinions.option', {
      name: valueLabel(dimension, value),
      n: data ? formatCount(counts.get(value) ?? 0, language) : '',
    }),
  }))
  const chosen = valuesOf(filters, dimension)
  return (
    <Segmented
      label={t(`opinions.${dimension}Switch`)}
      options={[{ value: '', label: t('opinions.all') }, ...options]}
      value={chosen.length === 1 ? (chosen[0] ?? '') : ''}
      onChange={(value) => setFilters(withValues(filters, dimension, value === '' ? [] : [value]))}
    />
  )
}

export function Switches() {
  return (
    <div className={styles.switches}>
      <DimensionSwitch dimension="dimension" />
      <DimensionSwitch dimension="polarity" />
    </div>
  )
}
