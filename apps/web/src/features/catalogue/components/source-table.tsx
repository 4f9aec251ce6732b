import { dataRoutes, type SourceItem } from '@kesheng/contracts/http/data.routes'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Panel } from '#components/panel.tsx'
import { Empty, Loaded } from '#components/states.tsx'
import { DataTable, type DataColumn } from '#components/table/data-table.tsx'
import { Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { routeQuery } from '#lib/api/queries.ts'
import { formatDay, formatTime } from '#lib/format/time.ts'
import { formatCount, noValue } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { useMe } from '#lib/session/me.ts'
import { SourceDialog } from './source-dialog.tsx'

const qualityTone = (score: number) => (score >= 90 ? 'positive' : score >= 70 ? 'warning' : 'negative')

function useColumns(): DataColumn<SourceItem>[] {
  const { t } = useTranslation()
  const { timezone } = useMe()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  return useMemo(
    () => [
      {
        id: 'name',
        title: t('catalogue.source'),
        width: 'grow',
        render: (row) => row.name,
        sortValue: (row) => row.name,
      },
      {
        id: 'kind',
        title: t('imports.kind'),
        width: 96,
        render: (row) => t(`imports.kinds.${row.kind}`),
        sortValue: (row) => row.kind,
      },
      {
        id: 'ownership',
        title: t('imports.ownership'),
        width: 84,
        render: (row) => (
          <Tag tone={row.ownership === 'own' ? 'neutral' : 'warning'}>
            {valueLabel('ownership', row.ownership)}
          </Tag>
        ),
      },
      {
        id: 'rows',
        title: t('catalogue.rows'),
        width: 96,
        numeric: true,
        render: (row) => formatCount(row.rows, language),
        sortValue: (row) => row.rows,
      },
      {
        id: 'rejected',
        title: t('imports.rejected'),
        width: 76,
        numeric: true,
        render: (row) => formatCount(row.rejected, language),
        sortValue: (row) => row.rejected,
      },
      {
        id: 'span',
        title: t('catalogue.span'),
        width: 196,
        render: (row) =>
          row.from === null
            ? noValue
            : `${formatDay(row.from, timezone, language)} – ${formatDay(row.to, timezone, language)}`,
        sortValue: (row) => row.to ?? '',
      },
      {
        id: 'fresh',
        title: t('catalogue.lastImport'),
        width: 142,
        render: (row) => formatTime(row.lastImportAt, timezone, language),
        sortValue: (row) => row.lastImportAt ?? '',
      },
      {
        id: 'quality',
        title: t('imports.quality'),
        width: 76,
        numeric: true,
        render: (row) =>
          row.qualityScore === null ? (
            noValue
          ) : (
            <Tag tone={qualityTone(row.qualityScore)}>{Math.round(row.qualityScore)}</Tag>
          ),
        sortValue: (row) => row.qualityScore ?? -1,
      },
      { id: 'owner', title: t('catalogue.owner'), width: 96, render: (row) => row.owner || noValue },
    ],
    [t, timezone, language, valueLabel],
  )
}

/** Every data source: rows, span, freshness, quality, owner; a row opens lineage and settings. */
export function SourceTable() {
  const { t } = useTranslation()
  const columns = useColumns()
  const query = useQuery(routeQuery(dataRoutes.catalogue, {}))
  const [opened, setOpened] = useState<string | null>(null)
  const source = query.data?.sources.find(({ id }) => id === opened)
  return (
    <Panel title={t('catalogue.sources')}>
      <Loaded query={query}>
        {({ sources }) =>
          sources.length === 0 ? (
            <Empty title={t('imports.noneTitle')} hint={t('imports.noneHint')} />
          ) : (
            <DataTable
              label={t('catalogue.sources')}
              columns={columns}
              rows={sources}
              rowKey={({ id }) => id}
              onOpen={({ id }) => setOpened(id)}
              initialSort={{ column: 'rows', direction: 'desc' }}
            />
          )
        }
      </Loaded>
      {source && <SourceDialog source={source} onClose={() => setOpened(null)} />}
    </Panel>
  )
}
