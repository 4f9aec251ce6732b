import type { StaticDataRouteOption } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePageActions, usePageContext } from '#lib/page/page-context.ts'
import { PageFilters } from './page-filters.tsx'
import { PeriodPicker } from './period-picker.tsx'
import { ScopePicker } from './scope-picker.tsx'
import styles from './shell.module.css'
import { LanguageSwitch, UserMenu } from './user-menu.tsx'

function CompareToggle() {
  const { t } = useTranslation()
  const { comparing, previous, range } = usePageContext()
  const { setComparing } = usePageActions()
  const title = previous ? t('shell.previousPeriod', { ...previous }) : undefined
  return (
    <label className={styles.compare} title={title}>
      <input
        type="checkbox"
        checked={comparing && range !== null}
        disabled={range === null}
        onChange={(event) => setComparing(event.target.checked)}
      />
      {t('shell.comparePrevious')}
    </label>
  )
}

interface TopBarProps {
  page: StaticDataRouteOption
  title: string
  onHelp: () => void
}

/** Page title, and for pages of figures the frame: period, platform, shop, comparison, filters. */
export function TopBar({ page, title, onHelp }: TopBarProps) {
  return (
    <header className={styles.top}>
      <div className={styles.topRow}>
        <h1 className={styles.title}>{title}</h1>
        <LanguageSwitch />
        <UserMenu onHelp={onHelp} />
      </div>
      {page.framed && (
        <div className={styles.frame}>
          <PeriodPicker />
          <ScopePicker dimension="platform" />
          <ScopePicker dimension="shop" />
          {page.compared && <CompareToggle />}
          <PageFilters dimensions={page.dimensions ?? []} />
        </div>
      )}
    </header>
  )
}
