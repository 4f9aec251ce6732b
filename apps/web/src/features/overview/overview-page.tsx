import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Panel } from '#components/panel.tsx'
import { Empty, Loaded } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatCount } from '#lib/format/value.ts'
import { totalsOf, type ResultRow } from '#lib/metrics/result.ts'
import { usePageActions, usePageContext } from '#lib/page/page-context.ts'
import { usePermission } from '#lib/session/me.ts'
import {
  useOpinionMoves,
  usePreviousTrend,
  useScenes,
  useShopConversion,
  useTotals,
  useTrend,
} from './api/overview-queries.ts'
import { MoverList } from './components/movers.tsx'
import { ResponseChart } from './components/response-chart.tsx'
import { Scenes } from './components/scenes.tsx'
import { ShopConversion } from './components/shop-conversion.tsx'
import { Tiles } from './components/tiles.tsx'
import { VolumeChart } from './components/volume-chart.tsx'
import styles from './overview.module.css'
import { fewestMentions, moversOf } from './prepare/movers.ts'
import { responseTrend, volumeTrend } from './prepare/trend.ts'

const chartHeight = 310
const scenesShown = 10
const moversShown = 6
const shopsShown = 200

function Trends() {
  const { t } = useTranslation()
  const trend = useTrend()
  const before = usePreviousTrend()
  const volume = useMemo(() => trend.data && volumeTrend(trend.data, before.data), [trend.data, before.data])
  const response = useMemo(() => trend.data && responseTrend(trend.data), [trend.data])
  return (
    <div className={styles.halves}>
      <Panel title={t('overview.volumeTitle')}>
        <Loaded query={{ ...trend, data: volume }} height={chartHeight}>
          {(points) => <VolumeChart points={points} />}
        </Loaded>
      </Panel>
      <Panel title={t('overview.responseTitle')}>
        <Loaded query={{ ...trend, data: response }} height={chartHeight}>
          {(points) => <ResponseChart points={points} />}
        </Loaded>
      </Panel>
    </div>
  )
}

function Movers({ totals }: { totals: ResultRow }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { previous } = usePageContext()
  const moves = useOpinionMoves()
  const inquiries = { current: totals.number('inquiries') ?? 0, previous: totals.previous('inquiries') ?? 0 }
  if (previous === null) {
    return (
      <Panel title={t('overview.risingTitle')}>
        <p className={styles.quiet}>{t('overview.needsCompare')}</p>
      </Panel>
    )
  }
  return (
    <Loaded query={moves} height={chartHeight}>
      {(result) => {
        const { rising, falling, hidden } = moversOf(result, inquiries, moversShown)
        return (
          <div className={styles.halves}>
            <Panel title={t('overview.risingTitle')} note={t('overview.moversNote')}>
              <MoverList label={t('overview.risingTitle')} movers={rising} />
              {hidden > 0 && (
                <p className={styles.hidden}>
                  {t('overview.hiddenMovers', { fewest: fewestMentions, n: formatCount(hidden, language) })}
                </p>
              )}
            </Panel>
            <Panel title={t('overview.fallingTitle')} note={t('overview.moversNote')}>
              <MoverList label={t('overview.fallingTitle')} movers={falling} />
            </Panel>
          </div>
        )
      }}
    </Loaded>
  )
}

function Breakdowns({ totals }: { totals: ResultRow }) {
  const { t } = useTranslation()
  const scenes = useScenes(scenesShown)
  const shops = useShopConversion(shopsShown)
  return (
    <div className={styles.uneven}>
      <Panel title={t('overview.scenesTitle')} note={t('overview.scenesNote')}>
        <Loaded query={scenes} height={chartHeight}>
          {(result) => (
            <Scenes
              result={result}
              inquiries={totals.number('inquiries') ?? 0}
              previousInquiries={totals.previous('inquiries')}
            />
          )}
        </Loaded>
      </Panel>
      <Panel title={t('overview.conversionTitle')} note={t('overview.conversionNote')}>
        <Loaded query={shops} height={chartHeight}>
          {(result) => <ShopConversion result={result} />}
        </Loaded>
      </Panel>
    </div>
  )
}

/** Nothing in this frame: look at all time, or bring data in. */
function NothingYet() {
  const { t } = useTranslation()
  const { range } = usePageContext()
  const { setPeriod } = usePageActions()
  const mayImport = usePermission('data.import')
  return (
    <Panel>
      <Empty
        action={
          <p className={styles.ways}>
            {range && <Button onClick={() => setPeriod('all')}>{t('common.showAllTime')}</Button>}
            {mayImport && <Link to="/data/import">{t('overview.importData')}</Link>}
          </p>
        }
      />
    </Panel>
  )
}

/** What happened in the period, how it felt, and what changed; every figure opens what makes it. */
export function OverviewPage() {
  const totals = useTotals()
  const trend = useTrend()
  return (
    <div className={styles.page}>
      <Loaded query={totals} height={chartHeight}>
        {(result) => {
          const row = totalsOf(result)
          if (result.columns.every(({ id }) => !row.number(id))) return <NothingYet />
          return (
            <>
              <Tiles totals={result} trend={trend.data} />
              <Trends />
              <Breakdowns totals={row} />
              <Movers totals={row} />
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
