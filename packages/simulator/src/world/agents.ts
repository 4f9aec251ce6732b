import { shops } from './shops.ts'

export type AgentStyle = 'warm' | 'curt' | 'expert' | 'pushy'

export interface Agent {
  readonly index: number
  readonly name: string
  readonly shop: number
  readonly style: AgentStyle
  /** 0–1: how often an answer settles the matter, how often a closing move is made. */
  readonly skill: number
  /** Median seconds to a reply in a quiet hour. */
  readonly speed: number
  /** Local hours of duty, [from, to); `to` beyond 24 runs into the next morning. */
  readonly from: number
  readonly to: number
  /** Days off by day of the window mod 7. */
  readonly off: readonly [number, number]
}

type Entry = readonly [string, AgentStyle, number, number, number, number]

/** Name, style, skill, speed, duty from, duty to; by shop. */
const teams: readonly (readonly Entry[])[] = [
  [
    ['小满', 'warm', 0.86, 22, 8, 17],
    ['小禾', 'expert', 0.8, 28, 9, 18],
    ['阿茉', 'pushy', 0.72, 20, 14, 24],
    ['青团', 'warm', 0.66, 36, 15, 25],
    ['可可', 'curt', 0.58, 30, 8, 18],
  ],
  [
    ['星河', 'expert', 0.84, 18, 8, 17],
    ['小舟', 'warm', 0.7, 26, 9, 18],
    ['木木', 'curt', 0.55, 34, 15, 24],
    ['阿岩', 'expert', 0.76, 24, 14, 25],
  ],
  [
    ['橙子', 'pushy', 0.74, 16, 8, 17],
    ['豆豆', 'warm', 0.68, 24, 10, 19],
    ['七七', 'pushy', 0.62, 22, 15, 25],
  ],
  [
    ['小柚', 'warm', 0.64, 30, 8, 17],
    ['阿泽', 'curt', 0.6, 26, 17, 26],
    ['米粒', 'curt', 0.5, 40, 12, 22],
  ],
  [
    ['知夏', 'expert', 0.82, 32, 9, 18],
    ['麦穗', 'warm', 0.74, 36, 15, 25],
  ],
  [
    ['林顾问', 'expert', 0.9, 40, 9, 18],
    ['苏顾问', 'warm', 0.84, 48, 13, 22],
  ],
]

export const agents: readonly Agent[] = teams
  .flatMap((team, shop) => team.map((entry) => ({ shop, entry })))
  .map(({ shop, entry: [name, style, skill, speed, from, to] }, index) => ({
    index,
    name,
    shop,
    style,
    skill,
    speed,
    from,
    to,
    off: [index % 7, (index + 3) % 7],
  }))

export const inspectors = ['沈微', '顾言', '陆苗', '程一'] as const

export function agentOf(name: string): Agent {
  const agent = agents.find((candidate) => candidate.name === name)
  if (agent === undefined) throw new Error(`no agent ${name}`)
  return agent
}

function scheduled(agent: Agent, turn: number): boolean {
  return turn !== agent.off[0] && turn !== agent.off[1]
}

/** Whether an agent's duty that begins on a day covers this hour of the same day. */
function covers(agent: Agent, hour: number): boolean {
  return hour >= agent.from && hour < agent.to
}

/** The hours in which a shop's desk is open: from the first start of duty to midnight at most. */
export function deskHours(shop: number): { from: number; to: number } {
  const team = agents.filter((agent) => agent.shop === shop)
  return {
    from: Math.min(...team.map((agent) => agent.from)),
    to: Math.min(24, Math.max(...team.map((agent) => agent.to))),
  }
}

/** Who works on each of the seven turns: the roster, and who gives up a day off because an hour would be empty. */
const working: readonly (readonly Agent[])[] = Array.from({ length: 7 }, (_, turn) => {
  const on = agents.filter((agent) => scheduled(agent, turn))
  for (const agent of agents) {
    if (on.includes(agent)) continue
    const desk = deskHours(agent.shop)
    for (let hour = desk.from; hour < desk.to; hour++) {
      const empty = !on.some((other) => other.shop === agent.shop && covers(other, hour))
      if (empty && covers(agent, hour) && !on.includes(agent)) on.push(agent)
    }
  }
  return on
})

function turnOf(day: number): number {
  return ((day % 7) + 7) % 7
}

/** Whether an agent begins a duty on that day of the window. */
export function onDuty(agent: Agent, day: number): boolean {
  return working[turnOf(day)]?.includes(agent) ?? false
}

/** Agents at their desks by shop, day mod 7 and hour; an empty cell means that only machines answer. */
const roster: readonly (readonly (readonly Agent[])[])[] = shops.map((shop) =>
  Array.from({ length: 7 * 24 }, (_, cell) => {
    const hour = cell % 24
    const day = Math.floor(cell / 24)
    const today = working[day]?.filter((agent) => covers(agent, hour)) ?? []
    const lastNight = working[(day + 6) % 7]?.filter((agent) => covers(agent, hour + 24)) ?? []
    return [...today, ...lastNight].filter((agent) => agent.shop === shop.index)
  }),
)

export function agentsAt(shop: number, day: number, hour: number): readonly Agent[] {
  return roster[shop]?.[turnOf(day) * 24 + hour] ?? []
}
