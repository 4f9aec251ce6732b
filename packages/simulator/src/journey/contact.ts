import { Session } from '../dialogue/session.ts'
import type { Situation } from '../dialogue/situation.ts'
import { support } from '../dialogue/support.ts'
import { cumulate } from '../random/random.ts'
import { agents, agentsAt, type Agent } from '../world/agents.ts'
import { dayMs, dayOf, hourMs, hourOf, hourWeights, minuteMs, phaseAt } from '../world/calendar.ts'
import type { Shop } from '../world/shops.ts'
import { afterConversation } from './quality.ts'
import { file, type Run } from './run.ts'

const hourSums = cumulate(hourWeights)

/** Who would answer; when nobody is on duty, somebody of the shop, to be replaced by who answers in the morning. */
export function someAgent(run: Run, shop: Shop, time: number): Agent {
  const team = agentsAt(shop.index, dayOf(time, run.window), hourOf(time, run.window))
  if (team.length > 0) return run.random.pick(team)
  return run.random.pick(agents.filter((agent) => agent.shop === shop.index))
}

export function sessionId(run: Run): string {
  return `S${run.sessions++}`
}

/** A later conversation of the same buyer about an order. True when it was solved. */
export function contact(
  run: Run,
  situation: Situation,
  time: number,
  scene: string,
  again: boolean,
): boolean {
  const at = daytime(run, time)
  const now: Situation = {
    ...situation,
    time: at,
    agent: someAgent(run, situation.shop, at),
    phase: phaseAt(at, run.window),
  }
  const session = new Session(sessionId(run), now, run.window)
  const result = support(session, scene, again)
  const stage = at < (situation.order?.deliveredAt ?? 0) ? 'insale' : 'aftersale'
  file(run, session, { stage, converted: false, solved: result.solved, outcome: '' })
  afterConversation(run, session)
  return result.solved
}

/** Moves a time to an hour in which people write, same day. */
export function daytime(run: Run, time: number): number {
  const { window, random } = run
  const midnight = Math.floor((time + window.offset) / dayMs) * dayMs - window.offset
  const moved = midnight + random.weighted(hourSums) * hourMs + random.below(3600) * 1000
  return moved < time ? time + random.between(1, 20) * minuteMs : moved
}
