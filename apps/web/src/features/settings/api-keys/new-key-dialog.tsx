import { permissions, type Permission } from '@kesheng/contracts/http/access'
import { peopleRoutes } from '@kesheng/contracts/http/people.routes'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Checks } from '#components/checks.tsx'
import { Dialog } from '#components/dialog.tsx'
import { Field, FieldGroup, Form, FormError, TextInput } from '#components/form.tsx'
import { useRouteMutation } from '#lib/api/queries.ts'

interface NewKeyDialogProps {
  onMade: (name: string, secret: string) => void
  onClose: () => void
}

export function NewKeyDialog({ onMade, onClose }: NewKeyDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<Permission[]>(['data.import'])
  const create = useRouteMutation(peopleRoutes.createKey, ['people'])
  const formId = useId()
  return (
    <Dialog
      title={t('settings.addKey')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            disabled={create.isPending || chosen.length === 0}
          >
            {t('settings.addKey')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        onSubmit={() =>
          create.mutate(
            { body: { name: name.trim(), permissions: chosen } },
            { onSuccess: ({ key, secret }) => onMade(key.name, secret) },
          )
        }
      >
        <Field label={t('settings.keyName')}>
          <TextInput required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <FieldGroup label={t('settings.permission')}>
          <Checks
            options={permissions.map((value) => ({ value, label: t(`settings.permissions.${value}`) }))}
            chosen={chosen}
            onChange={setChosen}
          />
        </FieldGroup>
        <FormError error={create.error} />
      </Form>
    </Dialog>
  )
}
