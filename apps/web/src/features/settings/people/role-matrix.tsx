import { permissions, roleIds, roles } from '@kesheng/contracts/http/access'
import { useTranslation } from 'react-i18next'
import table from '#components/plain-table.module.css'
import { ScrollRegion } from '#components/scroll-region.tsx'
import { useLanguage } from '#i18n/language.ts'

/** What each role may do, straight from the contract the server checks. */
export function RoleMatrix() {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <ScrollRegion label={`${t('common.table')}: ${t('settings.roleMatrix')}`} className={table.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('settings.permission')}</th>
            {roleIds.map((role) => (
              <th key={role} scope="col" className={table.center}>
                {roles[role][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map((permission) => (
            <tr key={permission}>
              <th scope="row">{t(`settings.permissions.${permission}`)}</th>
              {roleIds.map((role) => {
                const held = roles[role].permissions.includes(permission)
                return (
                  <td key={role} className={table.center}>
                    <span aria-hidden="true">{held ? '✓' : '·'}</span>
                    <span className="visually-hidden">
                      {t(held ? 'settings.allowed' : 'settings.denied')}
                    </span>
                  </td>
                )
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('settings.dataRows')}</th>
            {roleIds.map((role) => (
              <td key={role} className={table.center}>
                {t(`settings.rowKinds.${roles[role].rows}`)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  )
}
