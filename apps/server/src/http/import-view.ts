import type { ImportJob } from '@kesheng/contracts/http/import.routes'
import type { ImportRecord, Source } from '@kesheng/core/intake/ports'
import { qualityOf } from '@kesheng/core/intake/quality'
import { isoOrNull } from './iso.ts'
import type { Language } from './language.ts'

/** An import as people see it, with rate and time left worked out at `now` (epoch ms). */
export function importView(
  record: ImportRecord,
  source: Source | undefined,
  { now, language }: { now: number; language: Language },
): ImportJob {
  const { id, file, sourceId, options, state, bytes, bytesRead, read, accepted, duplicates, rejected } =
    record
  const seconds = Math.max(0.001, ((record.finishedAt ?? now) - record.startedAt) / 1000)
  return {
    id,
    file,
    sourceId,
    sourceName: source?.name ?? file,
    kind: options.mapping.kind,
    mapping: options.mapping.name,
    ownership: source?.ownership ?? options.ownership,
    state,
    bytes,
    bytesRead,
    read,
    accepted,
    duplicates,
    rejected,
    analysed: record.analysed,
    toAnalyse: record.toAnalyse,
    rowsPerSecond: Math.round(read / seconds),
    secondsLeft: state === 'running' ? secondsLeft(bytes, bytesRead, seconds) : null,
    startedAt: new Date(record.startedAt).toISOString(),
    finishedAt: isoOrNull(record.finishedAt),
    startedBy: record.startedBy,
    error: record.error?.[language] ?? null,
    quality: qualityOf(record),
  }
}

/** Time left at the mean rate so far; null before anything is read, when no rate is known. */
export function secondsLeft(bytes: number, bytesRead: number, seconds: number): number | null {
  if (bytesRead <= 0 || bytes <= 0) return null
  return Math.max(0, Math.round(((bytes - bytesRead) / bytesRead) * seconds))
}
