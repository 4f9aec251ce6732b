import type { AgentRatingRecord, OperationEventRecord } from '@kesheng/contracts/intake/records'
import type { Session } from '../dialogue/session.ts'
import { planted } from '../truth/planted.ts'
import { inspectors } from '../world/agents.ts'
import { dayMs } from '../world/calendar.ts'
import type { Run } from './run.ts'
import { sourceIndex } from './sink.ts'
import { askCsat } from './surveying.ts'

/** Share of served conversations that an inspector reviews. */
const inspectedShare = 0.12

/** What follows a conversation: the buyer rates the agent, is asked two questions, an inspector looks at it. */
export function afterConversation(run: Run, session: Session): void {
  if (!session.served || !inside(run, session)) return
  rate(run, session)
  askCsat(run, session)
  inspect(run, session)
}

function inside(run: Run, session: Session): boolean {
  const first = session.records[0]?.sentAt ?? 0
  return first >= run.window.start && session.clock < run.window.end
}

function rate(run: Run, session: Session): void {
  const { random, sink } = run
  const { shop, agent, buyer } = session.situation
  const invited = random.chance(0.3 + agent.skill * 0.2)
  const angry = session.rude || session.mood < -1.5
  if (!random.chance(angry ? 0.3 : invited ? 0.26 : 0.02)) return
  const feeling = 4.25 + session.mood * 0.8 + (agent.skill - 0.7) + random.normal() * 0.6
  const at = session.clock + random.between(30, 1800) * 1000
  const record: AgentRatingRecord = {
    kind: 'agent-ratings',
    platform: shop.platform,
    shop: shop.name,
    buyer: buyer.account,
    ratingId: `G${session.id}`,
    sessionId: session.id,
    agent: agent.name,
    ratedAt: at,
    score: Math.round(Math.max(1, Math.min(5, session.rude ? feeling - 2 : feeling))),
    invitedBy: invited ? 'agent' : angry ? 'buyer' : 'system',
  }
  sink.add(sourceIndex('agent-ratings', shop.index), at, record)
}

/** A quality review. What is looked at twice should follow the risk, and does, with one exception. */
function inspect(run: Run, session: Session): void {
  const { random, sink } = run
  if (!random.chance(inspectedShare)) return
  const { shop, agent } = session.situation
  const inspector = inspectorOf(run, agent.name)
  const score = reviewScore(run, session)
  const targeted = inspector === planted.inspector.inspector && agent.name === planted.inspector.agent
  const usual = score < 75 ? 0.22 : 0.06
  const recheck = random.chance(targeted ? planted.inspector.recheck : usual)
  const at = session.clock + random.real(0.4, 3) * dayMs
  const record: OperationEventRecord = {
    kind: 'operation-events',
    platform: shop.platform,
    shop: shop.name,
    agent: agent.name,
    productId: session.situation.product.id,
    eventId: `Q${session.id}`,
    eventType: 'qa-review',
    name: `质检 ${session.id}`,
    occurredAt: at,
    value: score,
    attributes: {
      inspector,
      sessionId: session.id,
      recheck,
      changed: recheck && random.chance(targeted ? 0.06 : 0.25),
    },
  }
  sink.add(sourceIndex('operation-events', shop.index), at, record)
}

/** Who reviews: anybody in turn, but one inspector helps herself to one agent's conversations. */
function inspectorOf(run: Run, agent: string): string {
  const { random } = run
  const truth = planted.inspector
  if (agent === truth.agent && random.chance(truth.picks)) return truth.inspector
  return random.pick(inspectors)
}

/** 0–100: manners, speed and skill with some noise. */
function reviewScore(run: Run, session: Session): number {
  const { agent } = session.situation
  const raw = 78 + agent.skill * 18 - (session.rude ? 45 : 0) - Math.min(15, session.longestWait / 40)
  return Math.round(Math.max(0, Math.min(100, raw + run.random.normal() * 6)))
}
