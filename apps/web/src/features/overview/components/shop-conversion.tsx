import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { useTranslation } from 'react-i18next'
import { DataTable, type DataColumn } from '#components/table/data-table.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatChange, formatCount, formatValue, noValue } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { rowsOf, type ResultRow } from '#lib/metrics/result.ts'
import { usePageActions } from '#lib/page/page-context.ts'

function useColumns(): DataColumn<ResultRow>[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  const figure = (id: string, title: string, unit: string): DataColumn<ResultRow> => ({
    id,
    title,
    width: 100,
    numeric: true,
    render: (row) =>
      unit === 'count' ? formatCount(row.number(id), language) : formatValue(row.number(id), unit, language),
    sortValue: (row) => row.number(id),
  })
  const changeOf = (row: ResultRow) => {
    const [now, before] = [row.number('inquiryConversion'), row.previous('inquiryConversion')]
    return now === null || before === null ? noValue : formatChange(now, before, 'share', language)
  }
  return [
    {
      id: 'shop',
      title: t('overview.shop'),
      width: 'grow',
      render: (row) =>
        `${valueLabel('platform', row.text('shop').split('/')[0] ?? '')} · ${valueLabel('shop', row.text('shop'))}`,
      sortValue: (row) => row.text('shop'),
    },
    figure('presaleInquirers', t('overview.presaleInquirers'), 'count'),
    figure('inquiryConversion', t('overview.conversion'), 'share'),
    { id: 'change', title: t('overview.change'), width: 128, numeric: true, render: changeOf },
    figure('agentSales', t('overview.agentSales'), 'yuan'),
  ]
}

export function ShopConversion({ result }: { result: QueryResult }) {
  const { t } = useTranslation()
  const columns = useColumns()
  const { openEvidence } = usePageActions()
  return (
    <DataTable
      label={t('overview.conversionTitle')}
      columns={columns}
      rows={rowsOf(result)}
      rowKey={(row) => row.text('shop')}
      initialSort={{ column: 'presaleInquirers', direction: 'desc' }}
      height={360}
      onOpen={(row) =>
        openEvidence({
          metric: 'inquiryConversion',
          filters: [{ dimension: 'shop', operator: 'in', values: [row.text('shop')] }],
        })
      }
    />
  )
}
