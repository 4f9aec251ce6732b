import type { Filter, TimeRange } from '@kesheng/contracts/metrics/query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useMe } from '../session/me.ts'
import { daysOf, defaultPeriod, previousDays, timeRangeOf, type DayRange } from '../url/period.ts'
import { useToday } from '../url/today.ts'
import type { EvidenceTarget } from '../url/search-codec.ts'
import type { PageSearch } from './page-search.ts'

/** What the header and filter bar say: the frame of every figure on the page. */
export interface PageContext {
  period: string
  /** null = all time. */
  range: DayRange | null
  timeRange: TimeRange
  /** The period to compare with; null when comparing is off or the range is open. */
  previous: DayRange | null
  comparing: boolean
  filters: Filter[]
  timezone: string
}

const noFilters: Filter[] = []

export function usePageSearch(): PageSearch {
  return useSearch({ strict: false })
}

export function usePageContext(): PageContext {
  const { timezone } = useMe()
  const { period = defaultPeriod, compare, filters = noFilters } = usePageSearch()
  const today = useToday(timezone)
  return useMemo(() => {
    const range = daysOf(period, today)
    const comparing = compare !== 'off'
    const previous = comparing && range ? previousDays(range) : null
    return { period, range, timeRange: timeRangeOf(range), previous, comparing, filters, timezone }
  }, [period, compare, filters, today, timezone])
}

/** Changes of the frame; each is a navigation, so Back undoes it and the address can be shared. */
export function usePageActions() {
  const navigate = useNavigate()
  return useMemo(() => {
    const change = (search: Partial<PageSearch>) =>
      void navigate({ to: '.', search: (known: PageSearch) => ({ ...known, ...search }) })
    return {
      setPeriod: (period: string) => change({ period }),
      setComparing: (comparing: boolean) => change({ compare: comparing ? undefined : 'off' }),
      setFilters: (filters: Filter[]) => change({ filters: filters.length > 0 ? filters : undefined }),
      openEvidence: (evidence: EvidenceTarget) => change({ evidence }),
      closeEvidence: () => change({ evidence: undefined }),
    }
  }, [navigate])
}
