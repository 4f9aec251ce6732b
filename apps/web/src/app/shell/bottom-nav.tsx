import { MenuOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#components/dialog.tsx'
import { keepFrame } from '#lib/page/page-search.ts'
import type { NavGroup } from './nav-items.ts'
import { NavList } from './side-nav.tsx'
import styles from './shell.module.css'

/** Phone width: the first entries at the thumb, everything behind “more”. */
export function BottomNav({ groups }: { groups: readonly NavGroup[] }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const first = groups.flatMap((group) => group.items).slice(0, 4)
  return (
    <nav className={styles.bottom} aria-label={t('shell.mainNavigation')}>
      {first.map(({ path, label, icon: Icon }) => (
        <Link
          key={path}
          to={path}
          search={keepFrame}
          activeOptions={{ exact: path === '/', includeSearch: false }}
          className={styles.bottomLink}
        >
          <Icon />
          <span>{t(label)}</span>
        </Link>
      ))}
      <button type="button" className={styles.bottomLink} onClick={() => setOpen(true)}>
        <MenuOutlined />
        <span>{t('shell.more')}</span>
      </button>
      {open && (
        <Dialog title={t('shell.menu')} kind="drawer" onClose={() => setOpen(false)}>
          <NavList groups={groups} onFollow={() => setOpen(false)} />
        </Dialog>
      )}
    </nav>
  )
}
