import type { Inspection } from '@kesheng/contracts/http/import.routes'
import { canonicalFields, type CanonicalField } from '@kesheng/contracts/intake/fields'
import type { Mapping } from '@kesheng/contracts/intake/mapping'
import { useTranslation } from 'react-i18next'
import { Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { unusedColumns, withColumn, withConstant } from '../prepare/edit-mapping.ts'
import styles from './imports.module.css'

interface FieldMappingProps {
  inspection: Inspection
  onMapping: (mapping: Mapping) => void
}

function FieldRow({ field, inspection, onMapping }: FieldMappingProps & { field: CanonicalField }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { mapping, preview } = inspection
  const columns = mapping.fields[field.id]?.columns ?? []
  const shown = columns.find((column) => preview.columns.includes(column)) ?? ''
  const name = field[language]
  return (
    <tr>
      <th scope="row">
        {name} {field.required && <Tag tone="accent">{t('imports.required')}</Tag>}
      </th>
      <td>
        <select
          aria-label={t('imports.columnFor', { field: name })}
          value={shown}
          onChange={(event) => onMapping(withColumn(mapping, field.id, event.target.value))}
        >
          <option value="">{t('imports.byPreset')}</option>
          {preview.columns.map((column) => (
            <option key={column} value={column}>
              {column}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          aria-label={t('imports.fixedFor', { field: name })}
          defaultValue={mapping.constants[field.id] ?? ''}
          onBlur={(event) => {
            if (event.target.value !== (mapping.constants[field.id] ?? ''))
              onMapping(withConstant(mapping, field.id, event.target.value))
          }}
        />
      </td>
      <td className={styles.sample}>{preview.rows[0]?.[field.id] ?? ''}</td>
    </tr>
  )
}

/** Field by field: which column it is taken from, or a fixed value, and what the first row gives. */
export function FieldMapping({ inspection, onMapping }: FieldMappingProps) {
  const { t } = useTranslation()
  const unused = unusedColumns(inspection.preview.columns, inspection.mapping)
  return (
    <details className={styles.details}>
      <summary>{t('imports.fields')}</summary>
      <div className={styles.tableScroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('imports.field')}</th>
              <th scope="col">{t('imports.column')}</th>
              <th scope="col">{t('imports.fixed')}</th>
              <th scope="col">{t('imports.firstRow')}</th>
            </tr>
          </thead>
          <tbody>
            {canonicalFields[inspection.kind].map((field) => (
              <FieldRow key={field.id} field={field} inspection={inspection} onMapping={onMapping} />
            ))}
          </tbody>
        </table>
      </div>
      {unused.length > 0 && (
        <p className={styles.muted}>{t('imports.unused', { columns: unused.join('、') })}</p>
      )}
    </details>
  )
}
