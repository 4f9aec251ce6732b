import { messageFact } from '@kesheng/contracts/facts/message'
import { stages } from '@kesheng/contracts/facts/common'
import { runSelect } from '../access/run-scoped.ts'
import type { Scope } from '../access/scope.ts'
import { facts, name, select, sql, subquery } from '../access/sql/nodes.ts'
import type { FactStore } from '../facts/ports.ts'
import type { ReadingContext } from '../explorer/ports.ts'

export interface CoverageCell {
  readonly role: string
  readonly stage: string
  readonly channel: string
  readonly count: number
}

export interface Coverage {
  readonly roles: string[]
  readonly stages: string[]
  readonly channels: string[]
  readonly cells: CoverageCell[]
}

/** Who should be heard in every stage and channel; notices of the system are nobody's voice. */
const voices = ['buyer', 'agent', 'bot'] as const

/** Messages by role × stage × channel over the last 30 days that have data. */
export async function coverage(
  { facts: store }: { facts: Pick<FactStore, 'query'> },
  scope: Scope,
  context: ReadingContext,
): Promise<Coverage> {
  const from = facts(messageFact, scope)
  const lastDay = select({
    columns: [{ as: 'latest', sql: sql`max(day)` }],
    from,
    where: [sql`ownership = 'own'`],
  })
  const counts = select({
    columns: [
      { as: 'speaker', sql: sql`toString(role)` },
      { as: 'phase', sql: sql`toString(stage)` },
      { as: 'route', sql: sql`if(channel != '', toString(channel), toString(platform))` },
      { as: 'amount', sql: sql`toFloat64(count())` },
    ],
    from,
    where: [sql`day > ${subquery(lastDay)} - 30`, sql`ownership = 'own'`, sql`role != 'system'`],
    groupBy: [name('speaker'), name('phase'), name('route')],
  })
  type Count = { speaker: string; phase: string; route: string; amount: number }
  const found = await runSelect<Count>(store, counts, context)
  return coverageMatrix(
    found.map(({ speaker, phase, route, amount }) => ({
      role: speaker,
      stage: phase,
      channel: route,
      count: amount,
    })),
  )
}

/** Every role in every stage of every channel that has any data; what was not seen is a zero, a gap to be asked about. */
export function coverageMatrix(counts: readonly CoverageCell[]): Coverage {
  const channels = [...new Set(counts.map((cell) => cell.channel))].toSorted()
  const known = new Map(counts.map((cell) => [keyOf(cell), cell.count]))
  const cells = channels.flatMap((channel) =>
    stages.flatMap((stage) =>
      voices.map((role) => {
        const cell = { role, stage, channel }
        return { ...cell, count: known.get(keyOf(cell)) ?? 0 }
      }),
    ),
  )
  return { roles: [...voices], stages: [...stages], channels, cells }
}

const keyOf = ({ role, stage, channel }: Omit<CoverageCell, 'count'>): string =>
  JSON.stringify([role, stage, channel])
