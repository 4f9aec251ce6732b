import { useTranslation } from 'react-i18next'
import { RankList } from '#components/rank-list.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatCount, formatValue, type Language } from '#lib/format/value.ts'
import { usePageActions } from '#lib/page/page-context.ts'
import { inChats } from '../api/overview-queries.ts'
import styles from '../overview.module.css'
import type { Mover } from '../prepare/movers.ts'

/** A change is bad when complaints rise or praise falls; where neither leads it is only a change. */
function toneOf({ change, negativeShare }: Mover) {
  if (negativeShare > 0.5) return change > 0 ? 'bad' : 'good'
  return negativeShare < 0.3 ? (change > 0 ? 'good' : 'bad') : 'neutral'
}

function signed(change: number, language: Language): string {
  return `${change > 0 ? '+' : ''}${formatValue(change, 'points', language)}`
}

export function MoverList({ label, movers }: { label: string; movers: readonly Mover[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openEvidence } = usePageActions()
  const most = Math.max(1, ...movers.map(({ change }) => Math.abs(change)))
  if (movers.length === 0) return <p className={styles.quiet}>{t('overview.noMovers')}</p>
  return (
    <RankList
      label={label}
      items={movers.map((mover) => ({
        key: [mover.level1, mover.level2, mover.level3].join('/'),
        name: mover.level3,
        context: t('overview.moverContext', {
          path: `${mover.level1} / ${mover.level2}`,
          n: formatCount(mover.mentions, language),
        }),
        figure: t('overview.perThousand', { rate: formatValue(mover.rate, 'points', language) }),
        change: { text: signed(mover.change, language), tone: toneOf(mover) },
        size: Math.abs(mover.change) / most,
        onOpen: () =>
          openEvidence({
            metric: 'mentions',
            filters: [
              inChats,
              ...(['level1', 'level2', 'level3'] as const).map((level) => ({
                dimension: level,
                operator: 'in' as const,
                values: [mover[level]],
              })),
            ],
          }),
      }))}
    />
  )
}
