import type { Filter } from '@kesheng/contracts/metrics/query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { Button } from './button.tsx'
import { valuesOf, withValues } from './filter-edit.ts'
import styles from './filter-bar.module.css'
import { Popover } from './popover.tsx'
import { ValuePicker, type LoadValues } from './value-picker.tsx'

interface NamedDimension {
  id: string
  name: string
}

interface FilterBarProps {
  /** Dimensions that can be added here. */
  dimensions: readonly NamedDimension[]
  filters: readonly Filter[]
  nameOf: (dimension: string) => string
  loadValues: LoadValues
  onChange: (filters: Filter[]) => void
}

type EditorProps = Omit<FilterBarProps, 'dimensions'> & { dimension: string }

function FilterEditor({ dimension, filters, nameOf, loadValues, onChange }: EditorProps) {
  const { t } = useTranslation()
  const [excluding, setExcluding] = useState(
    filters.some((filter) => filter.dimension === dimension && filter.operator === 'notIn'),
  )
  const change = (values: string[], exclude: boolean) =>
    onChange(withValues(filters, dimension, values, exclude ? 'notIn' : 'in'))
  return (
    <>
      <ValuePicker
        dimension={dimension}
        name={nameOf(dimension)}
        chosen={valuesOf(filters, dimension)}
        loadValues={loadValues}
        onChange={(values) => change(values, excluding)}
      />
      <label className={styles.exclude}>
        <input
          type="checkbox"
          checked={excluding}
          onChange={(event) => {
            setExcluding(event.target.checked)
            change(valuesOf(filters, dimension), event.target.checked)
          }}
        />
        {t('filters.exclude')}
      </label>
    </>
  )
}

function AddFilter({ dimensions, ...rest }: FilterBarProps) {
  const { t } = useTranslation()
  return (
    <Popover label={`+ ${t('filters.add')}`} name={t('filters.add')} arrow={false} look="quiet">
      {() => <AddFilterPanel dimensions={dimensions} {...rest} />}
    </Popover>
  )
}

function AddFilterPanel({ dimensions, ...rest }: FilterBarProps) {
  const [dimension, setDimension] = useState<string | null>(null)
  if (dimension !== null) return <FilterEditor dimension={dimension} {...rest} />
  return (
    <div className={styles.dimensions}>
      {dimensions.map(({ id, name }) => (
        <button key={id} type="button" className={styles.dimension} onClick={() => setDimension(id)}>
          {name}
        </button>
      ))}
    </div>
  )
}

/** Filters as chips: a click changes one, ✕ removes it. */
export function FilterBar(props: FilterBarProps) {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  const { filters, nameOf, onChange } = props
  const textOf = ({ dimension, operator, values }: Filter) => {
    const first = valueLabel(dimension, values[0] ?? '')
    const shown = values.length === 1 ? first : t('filters.values', { first, n: String(values.length) })
    return `${nameOf(dimension)} ${t(operator === 'in' ? 'filters.is' : 'filters.isNot')} ${shown}`
  }
  return (
    <section className={styles.bar} aria-label={t('filters.label')}>
      {filters.map((filter) => (
        <span key={`${filter.dimension} ${filter.operator}`} className={styles.chip}>
          <Popover label={textOf(filter)} name={textOf(filter)} arrow={false}>
            {() => <FilterEditor dimension={filter.dimension} {...props} />}
          </Popover>
          <Button
            look="quiet"
            square
            aria-label={t('filters.removeFilter', { name: textOf(filter) })}
            onClick={() => onChange(withValues(filters, filter.dimension, []))}
          >
            ✕
          </Button>
        </span>
      ))}
      {props.dimensions.length > 0 && <AddFilter {...props} />}
      {filters.length > 1 && (
        <Button look="quiet" onClick={() => onChange([])}>
          {t('filters.clearAll')}
        </Button>
      )}
    </section>
  )
}
