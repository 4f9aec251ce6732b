import { importRoutes, type Inspection } from '@kesheng/contracts/http/import.routes'
import { intakeKinds, type IntakeKind } from '@kesheng/contracts/intake/kinds'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { routeQuery } from '#lib/api/queries.ts'
import { formatValue } from '#lib/format/value.ts'
import { headerRowsOf, headerRowsText } from '../prepare/edit-mapping.ts'
import styles from './imports.module.css'

interface DetectedProps {
  inspection: Inspection
  onEntry: (entry: string) => void
  onKind: (kind: IntakeKind) => void
  onMapping: (mapping: Mapping) => void
}

const delimiterNames: Record<string, string> = { ',': ',', '\t': 'Tab', ';': ';', '|': '|' }
const encodings = ['utf-8', 'gb18030', 'utf-16le']

function PresetSelect({ inspection, onMapping }: Pick<DetectedProps, 'inspection' | 'onMapping'>) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data } = useQuery({ ...routeQuery(importRoutes.presets, {}), staleTime: Number.POSITIVE_INFINITY })
  const fitting = (data?.presets ?? []).filter(({ kind }) => kind === inspection.kind)
  const known = fitting.some(({ id }) => id === inspection.preset)
  return (
    <label className={styles.field}>
      {t('imports.preset')}
      <select
        value={inspection.preset}
        onChange={(event) => onMapping({ ...inspection.mapping, preset: event.target.value, fields: {} })}
      >
        {!known && (
          <option value={inspection.preset}>
            {inspection.preset === 'generic' ? t('imports.genericPreset') : inspection.preset}
          </option>
        )}
        {fitting.map((preset) => (
          <option key={preset.id} value={preset.id}>
            {preset[language]}
          </option>
        ))}
      </select>
    </label>
  )
}

/** What was recognised of the file; each part can be set by hand. */
export function Detected({ inspection, onEntry, onKind, onMapping }: DetectedProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { mapping } = inspection
  const tabular = inspection.format === 'csv' || inspection.format === 'tsv'
  return (
    <fieldset className={styles.group}>
      <legend>
        {t('imports.detected')}{' '}
        <Tag tone={inspection.confidence >= 0.6 ? 'positive' : 'warning'}>
          {t('imports.confidence', { value: formatValue(inspection.confidence, 'share', language) })}
        </Tag>{' '}
        {inspection.savedMappingId && <Tag tone="accent">{t('imports.savedMapping')}</Tag>}
      </legend>
      {inspection.entries.length > 1 && (
        <label className={styles.field}>
          {t('imports.entry')}
          <select value={inspection.entry} onChange={(event) => onEntry(event.target.value)}>
            {inspection.entries.map((entry) => (
              <option key={entry}>{entry}</option>
            ))}
          </select>
        </label>
      )}
      <label className={styles.field}>
        {t('imports.kind')}
        <select value={inspection.kind} onChange={(event) => onKind(event.target.value as IntakeKind)}>
          {intakeKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`imports.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <PresetSelect inspection={inspection} onMapping={onMapping} />
      {tabular && (
        <label className={styles.field}>
          {t('imports.encoding')}
          <select
            value={inspection.encoding.toLowerCase()}
            onChange={(event) => onMapping({ ...mapping, encoding: event.target.value })}
          >
            {[...new Set([inspection.encoding.toLowerCase(), ...encodings])].map((encoding) => (
              <option key={encoding}>{encoding}</option>
            ))}
          </select>
        </label>
      )}
      {tabular && (
        <label className={styles.field}>
          {t('imports.delimiter')}
          <select
            value={inspection.delimiter}
            onChange={(event) => onMapping({ ...mapping, delimiter: event.target.value })}
          >
            {Object.entries(delimiterNames).map(([delimiter, name]) => (
              <option key={delimiter} value={delimiter}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {inspection.sheets.length > 1 && (
        <label className={styles.field}>
          {t('imports.sheet')}
          <select
            value={mapping.sheet ?? inspection.sheets[0]}
            onChange={(event) => onMapping({ ...mapping, sheet: event.target.value })}
          >
            {inspection.sheets.map((sheet) => (
              <option key={sheet}>{sheet}</option>
            ))}
          </select>
        </label>
      )}
      {(tabular || inspection.format === 'xlsx') && (
        <label className={styles.field}>
          {t('imports.headerRows')}
          <input
            key={headerRowsText(inspection.headerRows)}
            defaultValue={headerRowsText(inspection.headerRows)}
            size={6}
            onBlur={(event) => {
              const rows = headerRowsOf(event.target.value)
              if (rows && headerRowsText(rows) !== headerRowsText(inspection.headerRows))
                onMapping({ ...mapping, headerRows: rows })
            }}
          />
        </label>
      )}
      <p className={styles.muted}>
        {t('imports.format', {
          format: inspection.format.toUpperCase(),
          compression: inspection.compression === 'none' ? '' : ` · ${inspection.compression}`,
        })}
      </p>
    </fieldset>
  )
}
