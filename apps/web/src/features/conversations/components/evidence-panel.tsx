import type { explorerRoutes } from '@kesheng/contracts/http/explorer.routes'
import type { RouteOutput } from '@kesheng/contracts/http/route'
import type { OrderSummary } from '@kesheng/contracts/http/views'
import { useTranslation } from 'react-i18next'
import { Panel } from '#components/panel.tsx'
import { PlatformTag, PolarityTag, Tag } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatTime } from '#lib/format/time.ts'
import { formatValue } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { useMe } from '#lib/session/me.ts'
import styles from './evidence-panel.module.css'

type Detail = RouteOutput<typeof explorerRoutes.conversation>

interface EvidencePanelProps {
  detail: Detail
  chosen: string | null
  onChoose: (id: string) => void
}

function Decision({
  confidence,
  decidedBy,
  decider,
}: {
  confidence: number
  decidedBy: string
  decider: string
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const valueLabel = useValueLabel()
  return (
    <span className={styles.muted}>
      {t('conversations.decision', {
        by: valueLabel('decidedBy', decidedBy),
        decider,
        confidence: formatValue(confidence, 'share', language),
      })}
    </span>
  )
}

function Opinions({ detail, chosen, onChoose }: EvidencePanelProps) {
  const { t } = useTranslation()
  if (detail.opinions.length === 0) return <p className={styles.muted}>{t('conversations.noOpinions')}</p>
  return (
    <ul className={styles.list}>
      {detail.opinions.map((opinion) => (
        <li key={opinion.opinionId}>
          <button
            type="button"
            className={`${styles.entry} ${chosen === opinion.opinionId ? styles.chosen : ''}`}
            onClick={() => onChoose(opinion.opinionId)}
          >
            <span className={styles.row}>
              <PolarityTag polarity={opinion.polarity} />
              <b>{opinion.level3}</b>
              <span className={styles.muted}>{`${opinion.level1} › ${opinion.level2}`}</span>
            </span>
            <span className={styles.quote}>“{opinion.quote}”</span>
            <Decision {...opinion} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Tags({ detail, chosen, onChoose }: EvidencePanelProps) {
  const { t } = useTranslation()
  if (detail.tags.length === 0) return <p className={styles.muted}>{t('conversations.noTags')}</p>
  return (
    <ul className={styles.list}>
      {detail.tags.map((tag) => (
        <li key={tag.hitId}>
          <button
            type="button"
            className={`${styles.entry} ${chosen === tag.hitId ? styles.chosen : ''}`}
            onClick={() => onChoose(tag.hitId)}
          >
            <span className={styles.row}>
              <Tag tone="accent">
                {t(tag.tagKind === 'scene' ? 'conversations.scene' : 'conversations.intent')}
              </Tag>
              <b>{tag.tagId}</b>
              <span className={styles.quote}>“{tag.quote}”</span>
            </span>
            <Decision {...tag} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function Order({ order }: { order: OrderSummary }) {
  const { t } = useTranslation()
  const { timezone } = useMe()
  const language = useLanguage()
  return (
    <li className={styles.order}>
      <span className={styles.row}>
        <b>{order.productName === '' ? order.orderId : order.productName}</b>
        {order.attributed && <Tag tone="positive">{t('conversations.attributed')}</Tag>}
      </span>
      <span className={styles.row}>
        <span>{formatValue(order.paidAmount, 'yuan', language)}</span>
        <span className={styles.muted}>
          {t('conversations.quantity', { n: String(order.quantity) })} ·{' '}
          {t(`conversations.orderStatus.${order.status}` as 'conversations.orderStatus.paid', {
            defaultValue: order.status,
          })}
        </span>
      </span>
      <span className={styles.muted}>
        {t('conversations.orderedAt', { time: formatTime(order.orderedAt, timezone, language) })} ·{' '}
        {order.orderId}
      </span>
      {order.refund && (
        <span className={styles.refund}>
          {t('conversations.refund', {
            amount: formatValue(order.refund.amount, 'yuan', language),
            reason: order.refund.reason === '' ? t('common.unknown') : order.refund.reason,
          })}
        </span>
      )}
    </li>
  )
}

/** What was understood of the conversation, with the words and the decider; orders of the buyer beside it. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  const { conversation, orders } = props.detail
  const { attribution } = conversation
  return (
    <aside className={styles.aside} aria-label={t('conversations.evidence')}>
      <Panel title={t('conversations.about')}>
        <dl className={styles.facts}>
          <dt>{t('shell.platform')}</dt>
          <dd>
            <PlatformTag platform={conversation.platform} /> {valueLabel('shop', conversation.shopId)}
          </dd>
          <dt>{t('conversations.product')}</dt>
          <dd>{conversation.productName === '' ? t('common.unknown') : conversation.productName}</dd>
          <dt>{t('conversations.scene')}</dt>
          <dd>{conversation.scene === '' ? t('common.unknown') : conversation.scene}</dd>
          <dt>{t('conversations.stage')}</dt>
          <dd>{valueLabel('stage', conversation.stage)}</dd>
          <dt>{t('conversations.analyzer')}</dt>
          <dd className={styles.muted}>{conversation.analyzer}</dd>
        </dl>
      </Panel>
      <Panel title={t('conversations.opinions')}>
        <Opinions {...props} />
      </Panel>
      <Panel title={t('conversations.intentsAndScenes')}>
        <Tags {...props} />
      </Panel>
      <Panel
        title={t('conversations.orders')}
        note={t('conversations.window', { hours: String(attribution.windowHours) })}
      >
        {orders.length === 0 && <p className={styles.muted}>{t('conversations.noOrders')}</p>}
        <ul className={styles.list}>
          {orders.map((order) => (
            <Order key={order.orderId} order={order} />
          ))}
        </ul>
      </Panel>
    </aside>
  )
}
