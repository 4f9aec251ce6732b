import type { Inspection } from '@kesheng/contracts/http/import.routes'
import { canonicalFields } from '@kesheng/contracts/intake/fields'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { useLanguage } from '#i18n/language.ts'
import { RejectTable } from './reject-table.tsx'
import styles from './imports.module.css'

interface TableProps {
  label: string
  columns: readonly { id: string; name: string }[]
  rows: readonly Record<string, string>[]
}

function PlainTable({ label, columns, rows }: TableProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll area must be reachable by keyboard
    <div className={styles.tableScroll} tabIndex={0} role="region" aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {columns.map(({ id }) => (
                <td key={id}>{row[id] ?? ''}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** First rows as they will be stored, or as they stand in the file. */
export function PreviewTables({ inspection }: { inspection: Inspection }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [source, setSource] = useState(false)
  const { preview } = inspection
  const names = new Map(canonicalFields[inspection.kind].map((field) => [field.id, field[language]]))
  const filled = [...new Set(preview.rows.flatMap((row) => Object.keys(row).filter((id) => row[id] !== '')))]
  const label = t(source ? 'imports.previewSource' : 'imports.preview')
  return (
    <div className={styles.preview}>
      <div className={styles.previewHead}>
        <h3>{label}</h3>
        <Button look="quiet" onClick={() => setSource(!source)}>
          {t(source ? 'imports.showMapped' : 'imports.showSource')}
        </Button>
      </div>
      {source ? (
        <PlainTable
          label={label}
          columns={preview.columns.map((column) => ({ id: column, name: column }))}
          rows={preview.sourceRows}
        />
      ) : (
        <PlainTable
          label={label}
          columns={filled.map((id) => ({ id, name: names.get(id) ?? id }))}
          rows={preview.rows}
        />
      )}
      {preview.rejects.length > 0 && (
        <>
          <h3>{t('imports.previewRejects', { n: String(preview.rejects.length) })}</h3>
          <RejectTable rejects={preview.rejects} />
        </>
      )}
    </div>
  )
}
