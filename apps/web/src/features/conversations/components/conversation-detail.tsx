import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loaded } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { formatDay } from '#lib/format/time.ts'
import { useMe } from '#lib/session/me.ts'
import { conversationQuery } from '../api/queries.ts'
import { threadLines } from '../prepare/thread.ts'
import styles from './detail.module.css'
import { EvidencePanel } from './evidence-panel.tsx'
import { Thread } from './thread.tsx'

type DetailProps = Parameters<typeof EvidencePanel>[0]['detail']

function ThreadAndEvidence({ detail, startAt }: { detail: DetailProps; startAt: string | null }) {
  const { timezone } = useMe()
  const language = useLanguage()
  const [chosen, setChosen] = useState<string | null>(null)
  const lines = useMemo(
    () =>
      threadLines(detail.messages, detail.opinions, detail.tags, (iso) => formatDay(iso, timezone, language)),
    [detail, timezone, language],
  )
  return (
    <div className={styles.detail}>
      <div className={styles.thread}>
        <Thread
          lines={lines}
          timeAssumed={detail.conversation.timeAssumed}
          chosen={chosen}
          startAt={startAt}
          onChoose={setChosen}
        />
      </div>
      <div className={styles.side}>
        <EvidencePanel detail={detail} chosen={chosen} onChoose={setChosen} />
      </div>
    </div>
  )
}

/** One conversation: what was said on the left, what was understood on the right. */
export function ConversationDetail({ id, startAt }: { id: string; startAt: string | null }) {
  const { t } = useTranslation()
  const query = useQuery(conversationQuery(id))
  return (
    <section className={styles.section} aria-label={t('conversations.one')}>
      <Loaded query={query} height={400}>
        {(detail) => <ThreadAndEvidence key={id} detail={detail} startAt={startAt} />}
      </Loaded>
    </section>
  )
}
