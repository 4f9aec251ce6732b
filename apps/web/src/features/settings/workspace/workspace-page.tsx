import { dataRoutes, type WorkspaceSettings } from '@kesheng/contracts/http/data.routes'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field, Form, FormError, TextInput } from '#components/form.tsx'
import { Panel } from '#components/panel.tsx'
import { Loaded } from '#components/states.tsx'
import { routeQuery, useRouteMutation } from '#lib/api/queries.ts'
import { showToast } from '#lib/toast/toast.ts'
import styles from '../settings.module.css'
import { AnalyseAgain } from './analyse-again.tsx'
import { Packs } from './packs.tsx'

/** Settings held as whole numbers, with the limits the contract sets. */
const numbers = [
  { key: 'sessionGapMinutes', label: 'sessionGap', most: 1440 },
  { key: 'attributionWindowHours', label: 'attributionWindow', most: 720 },
  { key: 'presaleLookBackDays', label: 'lookBack', most: 365 },
] as const

function SettingsForm({ settings }: { settings: WorkspaceSettings }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(settings)
  const save = useRouteMutation(dataRoutes.changeWorkspace, ['data', 'session', 'insight', 'explorer'])
  const formId = useId()
  const change = (part: Partial<WorkspaceSettings>) => setDraft((known) => ({ ...known, ...part }))
  const { name, timezone, sessionGapMinutes, attributionWindowHours, presaleLookBackDays } = draft
  const body = { name: name.trim(), timezone, sessionGapMinutes, attributionWindowHours, presaleLookBackDays }
  const submit = () =>
    save.mutate({ body }, { onSuccess: () => showToast({ tone: 'success', text: t('common.saved') }) })
  return (
    <Form id={formId} onSubmit={submit}>
      <Field label={t('settings.workspaceName')}>
        <TextInput
          required
          maxLength={80}
          value={name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </Field>
      <Field label={t('settings.timezone')} hint={t('settings.timezoneHint')}>
        <TextInput
          required
          list={`${formId}-zones`}
          value={timezone}
          onChange={(event) => change({ timezone: event.target.value })}
        />
      </Field>
      <datalist id={`${formId}-zones`}>
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      {numbers.map(({ key, label, most }) => (
        <Field key={key} label={t(`settings.${label}`)} hint={t(`settings.${label}Hint`)}>
          <TextInput
            type="number"
            required
            min={1}
            max={most}
            value={draft[key]}
            onChange={(event) => change({ [key]: Math.round(event.target.valueAsNumber || 0) })}
          />
        </Field>
      ))}
      <FormError error={save.error} />
      <div className={styles.submit}>
        <Button type="submit" look="primary" disabled={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </Form>
  )
}

export function WorkspacePage() {
  const { t } = useTranslation()
  const settings = useQuery(routeQuery(dataRoutes.workspace, {}))
  return (
    <div className={`${styles.page} ${styles.narrow}`}>
      <Panel title={t('settings.workspaceTitle')}>
        <Loaded query={settings}>{(loaded) => <SettingsForm settings={loaded} />}</Loaded>
      </Panel>
      <Loaded query={settings}>{(loaded) => <Packs chosen={loaded.packs} />}</Loaded>
      <AnalyseAgain />
    </div>
  )
}
