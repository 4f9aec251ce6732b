import { dataRoutes } from '@kesheng/contracts/http/data.routes'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Field, Form, FormError, TextInput } from '#components/form.tsx'
import { Panel } from '#components/panel.tsx'
import { useRouteMutation } from '#lib/api/queries.ts'
import { useMe, usePermission } from '#lib/session/me.ts'
import { showToast } from '#lib/toast/toast.ts'
import { addDays } from '#lib/url/period.ts'
import { useToday } from '#lib/url/today.ts'
import styles from '../settings.module.css'

/** Runs analysis over a range of days once more, e.g. after a pack was switched on. */
export function AnalyseAgain() {
  const { t } = useTranslation()
  const allowed = usePermission('analysis.manage')
  const today = useToday(useMe().timezone)
  const [from, setFrom] = useState(() => addDays(today, -29))
  const [to, setTo] = useState(today)
  const run = useRouteMutation(dataRoutes.analyseAgain, ['data.analysisStatus'])
  const formId = useId()
  if (!allowed) return null
  const submit = () =>
    run.mutate(
      { body: { from, to } },
      {
        onSuccess: ({ jobs }) =>
          showToast({ tone: 'success', text: t('settings.analyseStarted', { n: jobs }) }),
      },
    )
  return (
    <Panel title={t('settings.analyseAgainTitle')} note={t('settings.analyseAgainNote')}>
      <Form id={formId} onSubmit={submit}>
        <div className={styles.dates}>
          <Field label={t('shell.from')}>
            <TextInput
              type="date"
              required
              max={to}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          </Field>
          <Field label={t('shell.to')}>
            <TextInput
              type="date"
              required
              min={from}
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          </Field>
          <Button type="submit" disabled={run.isPending}>
            {t('settings.analyseAgain')}
          </Button>
        </div>
        <FormError error={run.error} />
      </Form>
    </Panel>
  )
}
