import { useSyncExternalStore } from 'react'
import { localDay } from './period.ts'

const minuteMs = 60_000

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, minuteMs)
  return () => clearInterval(timer)
}

/** Today in the workspace's timezone; a page left open over midnight moves on. */
export function useToday(timezone: string): string {
  return useSyncExternalStore(everyMinute, () => localDay(Date.now(), timezone))
}
