import { Outlet, useMatches } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure, Loading } from '#components/states.tsx'
import { ToastRegion } from '#components/toast-region.tsx'
import { useWorkspaceEvents } from '#lib/api/events.ts'
import { usePageSearch } from '#lib/page/page-context.ts'
import { useMe } from '#lib/session/me.ts'
import { BottomNav } from './bottom-nav.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { allowedGroups, navGroups } from './nav-items.ts'
import { ShortcutHelp, useShortcuts } from './shortcuts.tsx'
import { SideNav } from './side-nav.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'

const EvidenceDrawer = lazy(() =>
  import('../../features/evidence/evidence-drawer.tsx').then((module) => ({
    default: module.EvidenceDrawer,
  })),
)

function NotAllowed() {
  const { t } = useTranslation()
  return <Failure error={new Error(t('common.notAllowed'))} />
}

/** Frame of every page behind sign-in: navigation, demo banner, header, and the page itself. */
export function Shell() {
  const { t } = useTranslation()
  const me = useMe()
  const { evidence } = usePageSearch()
  const [helping, setHelping] = useState(false)
  const [showHelp] = useState(() => () => setHelping(true))
  const groups = useMemo(() => allowedGroups(navGroups, me.permissions), [me.permissions])
  const page = useMatches().at(-1)?.staticData ?? {}
  const allowed = !page.permission || me.permissions.includes(page.permission)
  const title = page.title ? t(page.title) : ''
  useWorkspaceEvents()
  useShortcuts(groups, showHelp)
  useEffect(() => {
    document.title = title ? `${title} · ${t('common.product')}` : t('common.product')
  }, [title, t])
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {t('common.skipToContent')}
      </a>
      <SideNav groups={groups} workspace={me.tenantName} />
      <div className={styles.column}>
        {me.demo && <DemoBanner />}
        <TopBar page={page} title={title} onHelp={showHelp} />
        <main id="content" tabIndex={-1} className={styles.main}>
          <Suspense fallback={<Loading lines={8} />}>{allowed ? <Outlet /> : <NotAllowed />}</Suspense>
        </main>
      </div>
      <BottomNav groups={groups} />
      {evidence && (
        <Suspense fallback={null}>
          <EvidenceDrawer key={JSON.stringify(evidence)} target={evidence} />
        </Suspense>
      )}
      {helping && <ShortcutHelp groups={groups} onClose={() => setHelping(false)} />}
      <ToastRegion />
    </div>
  )
}
