import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#i18n/language.ts'
import { formatCount } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { usePinyinMatch } from './pinyin-match.ts'
import { Failure, Loading } from './states.tsx'
import styles from './value-picker.module.css'

export interface PickerValue {
  value: string
  label: string
  count: number
}

export type LoadValues = (dimension: string, search: string) => Promise<readonly PickerValue[]>

interface ValuePickerProps {
  dimension: string
  /** Dimension name as people read it. */
  name: string
  chosen: readonly string[]
  loadValues: LoadValues
  onChange: (values: string[]) => void
}

type Listing = { values: readonly PickerValue[] } | { error: unknown } | null

/** The latest request wins; an answer that comes late is dropped. */
function useListing(dimension: string, search: string, loadValues: LoadValues): Listing {
  const [listing, setListing] = useState<Listing>(null)
  useEffect(() => {
    let current = true
    loadValues(dimension, search).then(
      (values) => current && setListing({ values }),
      (error: unknown) => current && setListing({ error }),
    )
    return () => {
      current = false
    }
  }, [dimension, search, loadValues])
  return listing
}

/** Chosen values first, then the others that match, most frequent first. */
export function arrange(values: readonly PickerValue[], chosen: readonly string[]): PickerValue[] {
  const known = new Set(values.map(({ value }) => value))
  const missing = chosen.filter((value) => !known.has(value)).map((value) => ({ value, label: '', count: 0 }))
  const isChosen = ({ value }: PickerValue) => chosen.includes(value)
  return [...missing, ...values.filter(isChosen), ...values.filter((entry) => !isChosen(entry))]
}

/** Values of a dimension to tick, with a search that also takes pinyin. */
export function ValuePicker({ dimension, name, chosen, loadValues, onChange }: ValuePickerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  const [typed, setTyped] = useState('')
  const [first] = useState(chosen)
  const listing = useListing(dimension, '', loadValues)
  const matches = usePinyinMatch(typed !== '')
  const textOf = ({ value, label }: PickerValue) => {
    const translated = valueLabel(dimension, value)
    return translated === value && label !== '' ? label : translated
  }
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
  const values = listing && 'values' in listing ? arrange(listing.values, first) : []
  const shown = values.filter((entry) => matches(textOf(entry), typed))
  return (
    <div className={styles.picker}>
      <input
        className={styles.search}
        type="search"
        aria-label={t('filters.choose', { dimension: name })}
        placeholder={t('filters.searchValues')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {listing === null && <Loading lines={3} />}
      {listing && 'error' in listing && <Failure error={listing.error} />}
      {listing && 'values' in listing && shown.length === 0 && (
        <p className={styles.empty}>{t('filters.noValues')}</p>
      )}
      <ul className={styles.list}>
        {shown.map((entry) => (
          <li key={entry.value}>
            <label className={styles.option}>
              <input
                type="checkbox"
                checked={chosen.includes(entry.value)}
                onChange={() => toggle(entry.value)}
              />
              <span className={styles.name}>{textOf(entry)}</span>
              <span className={styles.count}>{formatCount(entry.count, language)}</span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}
