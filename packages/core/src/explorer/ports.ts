import type { FactStore } from '../facts/ports.ts'
import type { Scope } from '../access/scope.ts'
import type { TimeContext } from '../metrics/time-range.ts'

/** What explorers need beside their request: where facts are, what the reader may see, which time it is. */
export interface Reading {
  readonly facts: Pick<FactStore, 'query'>
  readonly scope: Scope
  readonly context: ReadingContext
}

export interface ReadingContext extends TimeContext {
  readonly signal?: AbortSignal
}
