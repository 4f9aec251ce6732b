import type { Preview } from '@kesheng/contracts/http/import.routes'
import { useTranslation } from 'react-i18next'
import styles from './imports.module.css'

/** Rows that would not be taken, each with what to do about it. */
export function RejectTable({ rejects }: { rejects: Preview['rejects'] }) {
  const { t } = useTranslation()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll area must be reachable by keyboard
    <div className={styles.tableScroll} tabIndex={0} role="region" aria-label={t('imports.rejects')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.line')}</th>
            <th scope="col">{t('imports.field')}</th>
            <th scope="col">{t('imports.value')}</th>
            <th scope="col">{t('imports.remedy')}</th>
          </tr>
        </thead>
        <tbody>
          {rejects.map((reject) => (
            <tr key={`${reject.line} ${reject.field}`}>
              <td>{reject.line}</td>
              <td>{reject.field}</td>
              <td>{reject.value}</td>
              <td>{reject.remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
