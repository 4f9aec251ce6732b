import { dataRoutes } from '@kesheng/contracts/http/data.routes'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Panel } from '#components/panel.tsx'
import { Loaded } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { routeQuery } from '#lib/api/queries.ts'
import { formatCount } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { coverageRows, gapCount } from '../prepare/coverage.ts'
import styles from './catalogue.module.css'

/** Whose words are heard, at which stage, over which channel; gaps stand out. */
export function CoverageMatrix() {
  const { t } = useTranslation()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  const query = useQuery(routeQuery(dataRoutes.coverage, {}))
  const rows = query.data
    ? coverageRows(query.data.roles, query.data.stages, query.data.channels, query.data.cells)
    : []
  return (
    <Panel title={t('catalogue.coverage')} note={t('catalogue.coverageNote', { n: String(gapCount(rows)) })}>
      <Loaded query={query}>
        {({ stages }) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll area must be reachable by keyboard
          <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('catalogue.coverage')}>
            <table className={styles.matrix}>
              <thead>
                <tr>
                  <th scope="col">{t('catalogue.role')}</th>
                  <th scope="col">{t('catalogue.channel')}</th>
                  {stages.map((stage) => (
                    <th key={stage} scope="col" className={styles.number}>
                      {valueLabel('stage', stage)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.role} ${row.channel}`}>
                    <th scope="row">{valueLabel('role', row.role)}</th>
                    <td>{valueLabel('channel', row.channel)}</td>
                    {row.counts.map((count, index) => (
                      <td key={stages[index]} className={`${styles.number} ${count === 0 ? styles.gap : ''}`}>
                        {count === 0 ? t('catalogue.gap') : formatCount(count, language)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </Panel>
  )
}
