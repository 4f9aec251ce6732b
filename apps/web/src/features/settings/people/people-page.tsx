import { peopleRoutes, type User } from '@kesheng/contracts/http/people.routes'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Panel } from '#components/panel.tsx'
import { SecretDialog } from '#components/secret-dialog.tsx'
import { Loaded } from '#components/states.tsx'
import { routeQuery, useRouteMutation } from '#lib/api/queries.ts'
import { showToast } from '#lib/toast/toast.ts'
import { draftOf, newPerson } from '../prepare/person-draft.ts'
import styles from '../settings.module.css'
import { PeopleTable } from './people-table.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { RoleMatrix } from './role-matrix.tsx'

/** Which dialog is open. */
type Open =
  { kind: 'add' } | { kind: 'edit'; user: User } | { kind: 'link'; name: string; link: string } | null

interface DialogsProps {
  open: Open
  setOpen: (open: Open) => void
}

function AddDialog({ setOpen }: DialogsProps) {
  const { t } = useTranslation()
  const create = useRouteMutation(peopleRoutes.create, ['people'])
  return (
    <PersonDialog
      title={t('settings.addPerson')}
      initial={newPerson}
      saving={create.isPending}
      error={create.error}
      onClose={() => setOpen(null)}
      onSave={(body) =>
        create.mutate(
          { body },
          {
            onSuccess: ({ user, signInLink }) => setOpen({ kind: 'link', name: user.name, link: signInLink }),
          },
        )
      }
    />
  )
}

function EditDialog({ user, setOpen }: { user: User } & Pick<DialogsProps, 'setOpen'>) {
  const { t } = useTranslation()
  const update = useRouteMutation(peopleRoutes.update, ['people', 'session'])
  return (
    <PersonDialog
      title={t('settings.editPerson', { name: user.name })}
      initial={draftOf(user)}
      saving={update.isPending}
      error={update.error}
      onClose={() => setOpen(null)}
      onSave={(body) =>
        update.mutate(
          { params: { id: user.id }, body },
          {
            onSuccess: () => {
              showToast({ tone: 'success', text: t('common.saved') })
              setOpen(null)
            },
          },
        )
      }
    />
  )
}

function Dialogs({ open, setOpen }: DialogsProps) {
  const { t } = useTranslation()
  if (open?.kind === 'add') return <AddDialog open={open} setOpen={setOpen} />
  if (open?.kind === 'edit') return <EditDialog user={open.user} setOpen={setOpen} />
  if (open?.kind !== 'link') return null
  return (
    <SecretDialog
      title={t('settings.linkTitle', { name: open.name })}
      text={t('settings.linkText')}
      secret={new URL(open.link, window.location.origin).href}
      onClose={() => setOpen(null)}
    />
  )
}

/** Switching off takes effect at once and can be taken back from the message. */
function useSetActive() {
  const { t } = useTranslation()
  const update = useRouteMutation(peopleRoutes.update, ['people'])
  const setActive = (user: User, active: boolean) =>
    update.mutate(
      { params: { id: user.id }, body: { active } },
      {
        onSuccess: () =>
          showToast({
            tone: 'success',
            text: t(active ? 'settings.activated' : 'settings.deactivated', { name: user.name }),
            ...(active ? {} : { action: { label: t('common.undo'), run: () => setActive(user, true) } }),
          }),
        onError: (error) => showToast({ tone: 'error', text: error.message }),
      },
    )
  return setActive
}

export function PeoplePage() {
  const { t } = useTranslation()
  const people = useQuery(routeQuery(peopleRoutes.list, {}))
  const link = useRouteMutation(peopleRoutes.link, [])
  const setActive = useSetActive()
  const [open, setOpen] = useState<Open>(null)
  const showLink = (user: User) =>
    link.mutate(
      { params: { id: user.id } },
      {
        onSuccess: ({ signInLink }) => setOpen({ kind: 'link', name: user.name, link: signInLink }),
        onError: (error) => showToast({ tone: 'error', text: error.message }),
      },
    )
  return (
    <div className={styles.page}>
      <Panel
        title={t('settings.peopleTitle')}
        actions={
          <Button look="primary" onClick={() => setOpen({ kind: 'add' })}>
            {t('settings.addPerson')}
          </Button>
        }
      >
        <Loaded query={people}>
          {({ users }) => (
            <PeopleTable
              users={users}
              onEdit={(user) => setOpen({ kind: 'edit', user })}
              onLink={showLink}
              onActive={setActive}
            />
          )}
        </Loaded>
      </Panel>
      <Panel title={t('settings.roleMatrix')} note={t('settings.roleMatrixNote')}>
        <RoleMatrix />
      </Panel>
      <Dialogs open={open} setOpen={setOpen} />
    </div>
  )
}
