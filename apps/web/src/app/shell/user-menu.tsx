import { roles } from '@kesheng/contracts/http/access'
import { sessionRoutes } from '@kesheng/contracts/http/session.routes'
import { UserOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Popover } from '#components/popover.tsx'
import { changeLanguage } from '#i18n/setup.ts'
import { useLanguage } from '#i18n/language.ts'
import { call } from '#lib/api/call.ts'
import { useMe } from '#lib/session/me.ts'
import { chooseTheme, themeChoices, useThemeChoice } from '#lib/theme/theme.ts'
import styles from './shell.module.css'

function ThemeSwitch() {
  const { t } = useTranslation()
  const chosen = useThemeChoice()
  return (
    <div role="radiogroup" aria-label={t('shell.theme')} className={styles.segments}>
      {themeChoices.map((choice) => (
        <label key={choice} className={styles.segment}>
          <input
            type="radio"
            name="theme"
            className="visually-hidden"
            checked={choice === chosen}
            onChange={() => chooseTheme(choice)}
          />
          <span>{t(`shell.themes.${choice}`)}</span>
        </label>
      ))}
    </div>
  )
}

/** Named in the language it leads to, so those who cannot read this one find it. */
export function LanguageSwitch() {
  const { t } = useTranslation()
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <Button
      look="quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={t('shell.switchLanguage')}
      onClick={() => void changeLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'EN'}
    </Button>
  )
}

/** Leaves the session and forgets everything that was read in it. */
function useSignOut() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await call(sessionRoutes.signOut, {})
    client.clear()
    await navigate({ to: '/sign-in' })
  }
}

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const navigate = useNavigate()
  const signOut = useSignOut()
  return (
    <Popover
      label={
        <span className={styles.account}>
          <UserOutlined />
          <span className={styles.accountName}>{me.name}</span>
        </span>
      }
      name={`${t('shell.account')}: ${me.name}`}
      look="quiet"
      arrow={false}
    >
      {(close) => (
        <div className={styles.menu}>
          <p className={styles.person}>
            <strong>{me.name}</strong>
            <span>{me.email}</span>
            <span>{roles[me.role][language]}</span>
          </p>
          <ThemeSwitch />
          <button
            type="button"
            className={styles.menuItem}
            onClick={() => {
              close()
              onHelp()
            }}
          >
            {t('shell.shortcuts')}
          </button>
          <button
            type="button"
            className={styles.menuItem}
            onClick={() => void navigate({ to: '/set-password' })}
          >
            {t('shell.setPassword')}
          </button>
          <button type="button" className={styles.menuItem} onClick={() => void signOut()}>
            {t('shell.signOut')}
          </button>
        </div>
      )}
    </Popover>
  )
}
