import { importRoutes, type ImportJob } from '@kesheng/contracts/http/import.routes'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Panel } from '#components/panel.tsx'
import { Empty, Failure, Loaded } from '#components/states.tsx'
import { Tag, type Tone } from '#components/tags.tsx'
import { useLanguage } from '#i18n/language.ts'
import { addressOf } from '#lib/api/call.ts'
import { routeQuery, useRouteMutation } from '#lib/api/queries.ts'
import { formatTime } from '#lib/format/time.ts'
import { formatCount, formatDuration } from '#lib/format/value.ts'
import { useMe } from '#lib/session/me.ts'
import { progressOf, qualityProblems } from '../prepare/progress.ts'
import styles from './imports.module.css'

const tones: Partial<Record<ImportJob['state'], Tone>> = {
  done: 'positive',
  failed: 'negative',
  cancelled: 'warning',
}

function RunningPart({ job }: { job: ImportJob }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const cancel = useRouteMutation(importRoutes.cancel, ['import'])
  const { share, phase } = progressOf(job)
  return (
    <>
      <progress className={styles.progress} value={share} max={1} aria-label={job.file} />
      <p className={styles.muted}>
        {phase === 'analysing'
          ? t('imports.analysing', { done: String(job.analysed), total: String(job.toAnalyse) })
          : t('imports.reading', { rate: formatCount(Math.round(job.rowsPerSecond), language) })}
        {job.secondsLeft !== null &&
          ` · ${t('imports.left', { time: formatDuration(job.secondsLeft, language) })}`}
      </p>
      {job.state === 'running' && (
        <Button disabled={cancel.isPending} onClick={() => cancel.mutate({ params: { id: job.id } })}>
          {t('imports.cancel')}
        </Button>
      )}
      {cancel.error && <Failure error={cancel.error} />}
    </>
  )
}

function Counts({ job }: { job: ImportJob }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const counts = [
    ['imports.read', job.read],
    ['imports.accepted', job.accepted],
    ['imports.duplicates', job.duplicates],
    ['imports.rejected', job.rejected],
  ] as const
  return (
    <dl className={styles.counts}>
      {counts.map(([label, count]) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd>{formatCount(count, language)}</dd>
        </div>
      ))}
      {job.quality && (
        <div>
          <dt>{t('imports.quality')}</dt>
          <dd>{Math.round(job.quality.score)}</dd>
        </div>
      )}
    </dl>
  )
}

function QualityNote({ job }: { job: ImportJob }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const problems = job.quality ? qualityProblems(job.quality) : []
  if (problems.length === 0) return null
  const text = problems.map(
    ([name, count]) =>
      `${t(`imports.qualityParts.${name as 'missingTime'}`)} ${formatCount(count, language)}`,
  )
  return <p className={styles.muted}>{t('imports.qualityNote', { problems: text.join(' · ') })}</p>
}

function Job({ job }: { job: ImportJob }) {
  const { t } = useTranslation()
  const { timezone } = useMe()
  const language = useLanguage()
  const over = progressOf(job).phase === 'over'
  return (
    <li className={styles.job}>
      <div className={styles.jobHead}>
        <b className={styles.file}>{job.file}</b>
        <Tag tone={tones[job.state] ?? 'accent'}>{t(`imports.states.${job.state}`)}</Tag>
        <span className={styles.muted}>
          {t(`imports.kinds.${job.kind}`)} · {job.mapping} · {formatTime(job.startedAt, timezone, language)} ·{' '}
          {job.startedBy}
        </span>
      </div>
      {!over && <RunningPart job={job} />}
      <Counts job={job} />
      <QualityNote job={job} />
      {job.error && <p className={styles.warning}>{job.error}</p>}
      {job.rejected > 0 && (
        <a href={addressOf(importRoutes.rejects.path, { params: { id: job.id } })} download>
          {t('imports.downloadRejects', { n: formatCount(job.rejected, language) })}
        </a>
      )}
    </li>
  )
}

/** A running import is read again this often; events only tell that something changed. */
const refreshMs = 1000
const isOver = (job: ImportJob) => progressOf(job).phase === 'over'

/** All imports, newest first, with progress while they run. */
export function ImportJobs() {
  const { t } = useTranslation()
  const query = useQuery({
    ...routeQuery(importRoutes.list, {}),
    refetchInterval: ({ state }) => (state.data?.imports.every(isOver) === false ? refreshMs : false),
  })
  return (
    <Panel title={t('imports.history')}>
      <Loaded query={query}>
        {({ imports }) =>
          imports.length === 0 ? (
            <Empty title={t('imports.noneTitle')} hint={t('imports.noneHint')} />
          ) : (
            <ul>
              {imports.map((job) => (
                <Job key={job.id} job={job} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
