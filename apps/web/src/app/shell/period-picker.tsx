import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Popover } from '#components/popover.tsx'
import { usePageActions, usePageContext } from '#lib/page/page-context.ts'
import { customPeriod, isPeriod, periodPresets, type DayRange } from '#lib/url/period.ts'
import styles from './shell.module.css'

function CustomRange({ initial, onApply }: { initial: DayRange | null; onApply: (period: string) => void }) {
  const { t } = useTranslation()
  const [from, setFrom] = useState(initial?.from ?? '')
  const [to, setTo] = useState(initial?.to ?? '')
  const period = customPeriod({ from, to })
  return (
    <form
      className={styles.customRange}
      onSubmit={(event) => {
        event.preventDefault()
        onApply(period)
      }}
    >
      <label>
        {t('shell.from')}
        <input
          type="date"
          value={from}
          max={to || undefined}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label>
        {t('shell.to')}
        <input
          type="date"
          value={to}
          min={from || undefined}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
      <Button type="submit" look="primary" disabled={!isPeriod(period)}>
        {t('common.apply')}
      </Button>
    </form>
  )
}

/** The period of every figure on the page; kept in the address. */
export function PeriodPicker() {
  const { t } = useTranslation()
  const { period, range } = usePageContext()
  const { setPeriod } = usePageActions()
  const preset = periodPresets.find((known) => known === period)
  const label = preset ? t(`shell.periods.${preset}`) : range ? `${range.from} – ${range.to}` : period
  return (
    <Popover label={label} name={`${t('shell.period')}: ${label}`}>
      {(close) => {
        const choose = (next: string) => {
          setPeriod(next)
          close()
        }
        return (
          <div className={styles.menu}>
            {periodPresets.map((known) => (
              <button
                key={known}
                type="button"
                className={styles.menuItem}
                aria-pressed={known === period}
                onClick={() => choose(known)}
              >
                {t(`shell.periods.${known}`)}
              </button>
            ))}
            <p className={styles.menuHeading}>{t('shell.periods.custom')}</p>
            <CustomRange initial={range} onApply={choose} />
          </div>
        )
      }}
    </Popover>
  )
}
