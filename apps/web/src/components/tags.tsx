import type { ReactNode } from 'react'
import { useValueLabel } from '#lib/labels/value-label.ts'
import styles from './tags.module.css'

export type Tone = 'neutral' | 'positive' | 'negative' | 'warning' | 'accent'

export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone] ?? ''}`}>{children}</span>
}

const sentimentTones: Record<string, Tone> = { positive: 'positive', negative: 'negative' }

export function SentimentTag({ sentiment }: { sentiment: string }) {
  const label = useValueLabel()
  if (sentiment === '') return null
  return <Tag tone={sentimentTones[sentiment] ?? 'neutral'}>{label('sentiment', sentiment)}</Tag>
}

/** Polarity of an opinion, −1, 0 or 1. */
export function PolarityTag({ polarity }: { polarity: number }) {
  const sentiment = polarity > 0 ? 'positive' : polarity < 0 ? 'negative' : 'neutral'
  return <SentimentTag sentiment={sentiment} />
}

export function PlatformTag({ platform }: { platform: string }) {
  const label = useValueLabel()
  return <Tag>{label('platform', platform)}</Tag>
}
