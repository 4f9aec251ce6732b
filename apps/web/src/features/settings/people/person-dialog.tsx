import { roleIds, roles } from '@kesheng/contracts/http/access'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Field, FieldGroup, Form, FormError, TextInput } from '#components/form.tsx'
import formStyles from '#components/form.module.css'
import { ValuePicker } from '#components/value-picker.tsx'
import { useLanguage } from '#i18n/language.ts'
import { useLoadValues } from '#lib/page/dimension-values.ts'
import { cleanDraft, type PersonDraft } from '../prepare/person-draft.ts'

interface PersonDialogProps {
  title: string
  initial: PersonDraft
  saving: boolean
  error: Error | null
  onSave: (draft: PersonDraft) => void
  onClose: () => void
}

interface PartProps {
  draft: PersonDraft
  change: (part: Partial<PersonDraft>) => void
}

function RowScope({ draft, change }: PartProps) {
  const { t } = useTranslation()
  const loadValues = useLoadValues()
  const { rows } = roles[draft.role]
  if (rows === 'all') return <p>{t('settings.allRows')}</p>
  const shops = rows === 'shops'
  return (
    <FieldGroup
      label={t(shops ? 'settings.shops' : 'settings.agents')}
      hint={t(shops ? 'settings.shopsHint' : 'settings.agentsHint')}
    >
      <ValuePicker
        key={rows}
        dimension={shops ? 'shop' : 'agent'}
        name={t(shops ? 'settings.shops' : 'settings.agents')}
        chosen={shops ? draft.shopIds : draft.agentIds}
        loadValues={loadValues}
        onChange={(values) => change(shops ? { shopIds: values } : { agentIds: values })}
      />
    </FieldGroup>
  )
}

function RoleSelect({ draft, change }: PartProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <Field label={t('settings.role')}>
      <select
        className={formStyles.input}
        value={draft.role}
        onChange={(event) =>
          change({ role: roleIds.find((role) => role === event.target.value) ?? draft.role })
        }
      >
        {roleIds.map((role) => (
          <option key={role} value={role}>
            {roles[role][language]}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** Adds or changes a person: who, which role, which rows. */
export function PersonDialog({ title, initial, saving, error, onSave, onClose }: PersonDialogProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(initial)
  const formId = useId()
  const change = (part: Partial<PersonDraft>) => setDraft((known) => ({ ...known, ...part }))
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} look="primary" disabled={saving}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={() => onSave(cleanDraft(draft))}>
        <Field label={t('common.name')}>
          <TextInput
            required
            maxLength={80}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        <Field label={t('common.email')}>
          <TextInput
            type="email"
            required
            autoComplete="off"
            value={draft.email}
            onChange={(event) => change({ email: event.target.value })}
          />
        </Field>
        <RoleSelect draft={draft} change={change} />
        <RowScope draft={draft} change={change} />
        <FormError error={error} />
      </Form>
    </Dialog>
  )
}
