import { ownerships, platforms, type Ownership } from '@kesheng/contracts/facts/common'
import { useTranslation } from 'react-i18next'
import { useValueLabel } from '#lib/labels/value-label.ts'
import styles from './imports.module.css'

export interface ChosenOptions {
  shop: string
  platform: string
  ownership: Ownership
  /** As the browser's date-time field gives it; empty = none. */
  defaultTime: string
  source: string
}

interface OptionFieldsProps {
  options: ChosenOptions
  needsTime: boolean
  onChange: (options: ChosenOptions) => void
}

/** What the file itself may not say: shop, platform, whose data it is, a time for files without one. */
export function OptionFields({ options, needsTime, onChange }: OptionFieldsProps) {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  return (
    <fieldset className={styles.group}>
      <legend>{t('imports.about')}</legend>
      <label className={styles.field}>
        {t('shell.platform')}
        <select
          value={options.platform}
          onChange={(event) => onChange({ ...options, platform: event.target.value })}
        >
          <option value="">{t('imports.fromFile')}</option>
          {platforms.map((platform) => (
            <option key={platform} value={platform}>
              {valueLabel('platform', platform)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        {t('shell.shop')}
        <input
          value={options.shop}
          placeholder={t('imports.fromFile')}
          onChange={(event) => onChange({ ...options, shop: event.target.value })}
        />
      </label>
      <label className={styles.field}>
        {t('imports.ownership')}
        <select
          value={options.ownership}
          onChange={(event) => onChange({ ...options, ownership: event.target.value as Ownership })}
        >
          {ownerships.map((ownership) => (
            <option key={ownership} value={ownership}>
              {valueLabel('ownership', ownership)}
            </option>
          ))}
        </select>
      </label>
      <label className={styles.field}>
        {t('imports.sourceName')}
        <input
          value={options.source}
          placeholder={t('imports.fileName')}
          onChange={(event) => onChange({ ...options, source: event.target.value })}
        />
      </label>
      {needsTime && (
        <label className={styles.field}>
          {t('imports.defaultTime')}
          <input
            type="datetime-local"
            step={1}
            value={options.defaultTime}
            onChange={(event) => onChange({ ...options, defaultTime: event.target.value })}
          />
        </label>
      )}
    </fieldset>
  )
}
