import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { keepFrame } from '#lib/page/page-search.ts'
import type { NavGroup } from './nav-items.ts'
import styles from './shell.module.css'

interface NavListProps {
  groups: readonly NavGroup[]
  onFollow?: () => void
}

/** Entries by job; period and filters come along from page to page. */
export function NavList({ groups, onFollow }: NavListProps) {
  const { t } = useTranslation()
  return groups.map((group) => (
    <div key={group.label ?? 'main'} className={styles.navGroup}>
      {group.label && <h2 className={styles.navHeading}>{t(group.label)}</h2>}
      <ul>
        {group.items.map(({ path, label, icon: Icon }) => (
          <li key={path}>
            <Link
              to={path}
              search={keepFrame}
              activeOptions={{ exact: path === '/', includeSearch: false }}
              className={styles.navLink}
              onClick={onFollow}
            >
              <Icon />
              <span>{t(label)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  ))
}

export function SideNav({ groups, workspace }: { groups: readonly NavGroup[]; workspace: string }) {
  const { t } = useTranslation()
  return (
    <nav className={styles.side} aria-label={t('shell.mainNavigation')}>
      <div className={styles.brand}>
        <img src="/favicon.svg" alt="" width="26" height="26" />
        <span>
          <strong>{t('common.product')}</strong>
          <small>{workspace}</small>
        </span>
      </div>
      <NavList groups={groups} />
    </nav>
  )
}
