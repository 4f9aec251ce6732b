import { dataRoutes, type SourceItem } from '@kesheng/contracts/http/data.routes'
import { ownerships, type Ownership } from '@kesheng/contracts/facts/common'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Failure } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { useRouteMutation } from '#lib/api/queries.ts'
import { formatCount } from '#lib/format/value.ts'
import { useValueLabel } from '#lib/labels/value-label.ts'
import { usePermission } from '#lib/session/me.ts'
import { showToast } from '#lib/toast/toast.ts'
import styles from './catalogue.module.css'

function Lineage({ source }: { source: SourceItem }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const problems = Object.entries(source.quality).filter(([name, count]) => name !== 'score' && count > 0)
  return (
    <dl className={styles.facts}>
      <dt>{t('catalogue.lineage')}</dt>
      <dd>
        {t('catalogue.lineageText', { n: String(source.lineage.imports), mapping: source.lineage.mapping })}
      </dd>
      <dt>{t('catalogue.files')}</dt>
      <dd>{source.lineage.files.join('、') || t('common.none')}</dd>
      <dt>{t('catalogue.facts')}</dt>
      <dd>
        {source.lineage.facts
          .map((fact) => t(`catalogue.factNames.${fact}` as 'catalogue.factNames.message'))
          .join(' → ')}
      </dd>
      <dt>{t('catalogue.problems')}</dt>
      <dd>
        {problems.length === 0
          ? t('common.none')
          : problems
              .map(
                ([name, count]) =>
                  `${t(`imports.qualityParts.${name as 'missingTime'}`)} ${formatCount(count, language)}`,
              )
              .join(' · ')}
      </dd>
    </dl>
  )
}

function Editor({ source, onClose }: { source: SourceItem; onClose: () => void }) {
  const { t } = useTranslation()
  const valueLabel = useValueLabel()
  const [name, setName] = useState(source.name)
  const [owner, setOwner] = useState(source.owner)
  const [ownership, setOwnership] = useState<Ownership>(source.ownership)
  const change = useRouteMutation(dataRoutes.changeSource, ['data', 'insight', 'explorer'])
  const remove = useRouteMutation(dataRoutes.deleteSource, ['data', 'insight', 'explorer', 'import'])
  const [sure, setSure] = useState(false)
  const done = (text: string) => () => {
    showToast({ tone: 'success', text })
    onClose()
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate(
          { params: { id: source.id }, body: { name, owner, ownership } },
          { onSuccess: done(t('common.saved')) },
        )
      }}
    >
      <label>
        {t('common.name')}
        <input value={name} required maxLength={120} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {t('catalogue.owner')}
        <input value={owner} maxLength={80} onChange={(event) => setOwner(event.target.value)} />
      </label>
      <label>
        {t('imports.ownership')}
        <select value={ownership} onChange={(event) => setOwnership(event.target.value as Ownership)}>
          {ownerships.map((option) => (
            <option key={option} value={option}>
              {valueLabel('ownership', option)}
            </option>
          ))}
        </select>
      </label>
      {(change.error ?? remove.error) && <Failure error={change.error ?? remove.error} />}
      <div className={styles.buttons}>
        <Button
          look="danger"
          disabled={remove.isPending}
          onClick={() =>
            sure
              ? remove.mutate({ params: { id: source.id } }, { onSuccess: done(t('catalogue.deleted')) })
              : setSure(true)
          }
        >
          {t(sure ? 'catalogue.deleteSure' : 'catalogue.delete')}
        </Button>
        <Button type="submit" look="primary" disabled={change.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

/** A data source: where it came from, what was made of it, and, with the right, its name, owner and end. */
export function SourceDialog({ source, onClose }: { source: SourceItem; onClose: () => void }) {
  const mayChange = usePermission('data.manage')
  return (
    <Dialog title={source.name} kind="drawer" onClose={onClose}>
      <Lineage source={source} />
      {mayChange && <Editor source={source} onClose={onClose} />}
    </Dialog>
  )
}
