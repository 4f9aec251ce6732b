import { dataRoutes } from '@kesheng/contracts/http/data.routes'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Checks } from '#components/checks.tsx'
import { FormError } from '#components/form.tsx'
import { Panel } from '#components/panel.tsx'
import { Loaded } from '#components/states.tsx'
import { useLanguage } from '#i18n/language.ts'
import { routeQuery, useRouteMutation } from '#lib/api/queries.ts'
import { formatCount } from '#lib/format/value.ts'
import { showToast } from '#lib/toast/toast.ts'

/** The pack every analysis starts from; it cannot be switched off. */
const basePack = 'base'

/** Category packs; a tick saves at once. */
export function Packs({ chosen }: { chosen: readonly string[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const packs = useQuery(routeQuery(dataRoutes.packs, {}))
  const save = useRouteMutation(dataRoutes.changeWorkspace, ['data'])
  const change = (next: string[]) =>
    save.mutate(
      { body: { packs: next } },
      { onSuccess: () => showToast({ tone: 'success', text: t('common.saved') }) },
    )
  return (
    <Panel title={t('settings.packsTitle')} note={t('settings.packsNote')}>
      <Loaded query={packs}>
        {(loaded) => (
          <Checks
            options={loaded.packs.map((pack) => ({
              value: pack.id,
              label: pack.id === basePack ? `${pack[language]} · ${t('settings.basePack')}` : pack[language],
              note: t('settings.packSize', {
                aspects: formatCount(pack.aspects, language),
                phrases: formatCount(pack.phrases, language),
                version: pack.version,
              }),
              fixed: pack.id === basePack,
            }))}
            chosen={chosen}
            onChange={change}
          />
        )}
      </Loaded>
      <FormError error={save.error} />
    </Panel>
  )
}
