import { useTranslation } from 'react-i18next'
import { valuesOf, withValues } from '#components/filter-edit.ts'
import { Popover } from '#components/popover.tsx'
import { ValuePicker } from '#components/value-picker.tsx'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { useLoadValues } from '#lib/page/dimension-values.ts'
import { usePageActions, usePageContext } from '#lib/page/page-context.ts'

/** The header's own filters, always at hand. */
export const scopeDimensions = ['platform', 'shop'] as const
type ScopeDimension = (typeof scopeDimensions)[number]

export function ScopePicker({ dimension }: { dimension: ScopeDimension }) {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  const loadValues = useLoadValues()
  const { filters } = usePageContext()
  const { setFilters } = usePageActions()
  const chosen = valuesOf(filters, dimension)
  const name = t(`shell.${dimension}`)
  const first = valueLabel(dimension, chosen[0] ?? '')
  const all = t(dimension === 'platform' ? 'shell.allPlatforms' : 'shell.allShops')
  const label =
    chosen.length === 0
      ? all
      : chosen.length === 1
        ? first
        : t('filters.values', { first, n: String(chosen.length) })
  return (
    <Popover label={label} name={`${name}: ${label}`}>
      {() => (
        <ValuePicker
          dimension={dimension}
          name={name}
          chosen={chosen}
          loadValues={loadValues}
          onChange={(values) => setFilters(withValues(filters, dimension, values))}
        />
      )}
    </Popover>
  )
}
