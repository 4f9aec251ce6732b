import { agentPhrases } from '../phrases/agent.ts'
import { buyerPhrases } from '../phrases/buyer.ts'
import { agentsAt, deskHours, type Agent } from '../world/agents.ts'
import { dayMs, dayOf, hourMs, hourOf, minuteMs, type Window } from '../world/calendar.ts'
import type { Session } from './session.ts'

/** Somebody on duty at that time, or null: then only machines answer. */
export function agentOnDuty(session: Session, time: number): Agent | null {
  const { shop } = session.situation
  const team = agentsAt(shop.index, dayOf(time, session.window), hourOf(time, session.window))
  return team.length === 0 ? null : session.random.pick(team)
}

/** A time some minutes after the next opening of a shop's desk. */
export function nextOpening(shop: number, time: number, window: Window, minutes: number): number {
  const midnight = Math.floor((time + window.offset) / dayMs) * dayMs - window.offset
  const today = midnight + deskHours(shop).from * hourMs
  return (today > time ? today : today + dayMs) + minutes * minuteMs
}

/**
 * The first seconds: a robot or a welcome text, a product card, a greeting. `bare` buyers come straight to the
 * point; without anybody on duty the robot cannot hand over.
 */
export function open(session: Session, bare: boolean, attended: boolean): void {
  const { random, situation } = session
  const bot = random.chance(situation.shop.botShare)
  if (random.chance(0.3) && !bare) session.buyerSends('card')
  if (!bare && random.chance(0.45)) session.buyer(buyerPhrases.greet)
  else if (session.records.length === 0 && bot) session.buyer(buyerPhrases.greet)
  if (session.records.length === 0) return
  if (bot) meetBot(session, attended)
  else if (random.chance(0.4)) session.machine(agentPhrases.machine.welcome, 'agent')
}

function meetBot(session: Session, attended: boolean): void {
  session.machine(agentPhrases.machine.bot, 'bot')
  session.buyer(buyerPhrases.human)
  if (attended) session.machine(agentPhrases.machine.transfer, 'bot')
}

/** Nobody is on duty: the machine says so; perhaps the desk answers in the morning. False when it never does. */
export function waitForMorning(session: Session): boolean {
  const { random, situation } = session
  session.machine(agentPhrases.machine.night, 'agent')
  const morning = nextOpening(situation.shop.index, session.clock, session.window, random.between(2, 90))
  const agent = agentOnDuty(session, morning)
  if (agent === null || random.chance(0.25)) return false
  session.clock = morning
  situation.agent = agent
  return true
}
