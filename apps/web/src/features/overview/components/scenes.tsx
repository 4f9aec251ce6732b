import type { QueryResult } from '@kesheng/contracts/metrics/query'
import { useTranslation } from 'react-i18next'
import { RankList } from '#components/rank-list.tsx'
import { Empty } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatCount, formatValue } from '#lib/format/value.ts'
import { deltaOf } from '#lib/metrics/direction.ts'
import { usePageActions } from '#lib/page/page-context.ts'
import { rankScenes } from '../prepare/scenes.ts'

interface ScenesProps {
  result: QueryResult
  inquiries: number
  previousInquiries: number | null
}

export function Scenes({ result, inquiries, previousInquiries }: ScenesProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openEvidence } = usePageActions()
  const scenes = rankScenes(result, inquiries, previousInquiries)
  if (scenes.length === 0) return <Empty />
  return (
    <RankList
      label={t('overview.scenesTitle')}
      items={scenes.map(({ scene, count, share, previousShare, size }) => ({
        key: scene,
        name: scene || t('overview.noScene'),
        figure: formatCount(count, language),
        aside: formatValue(share, 'share', language),
        change: deltaOf('inquiries', 'share', share, previousShare, language),
        size,
        onOpen: () =>
          openEvidence({
            metric: 'inquiries',
            filters: [{ dimension: 'scene', operator: 'in', values: [scene] }],
          }),
      }))}
    />
  )
}
