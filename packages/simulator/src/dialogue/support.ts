import { agentPhrases } from '../phrases/agent.ts'
import { buyerPhrases } from '../phrases/buyer.ts'
import { sceneOf } from '../scenes/catalogue.ts'
import type { Scene } from '../scenes/scene.ts'
import { discuss, turnsRude } from './discuss.ts'
import { agentOnDuty, open } from './opening.ts'
import type { Session } from './session.ts'

export interface SupportResult {
  readonly answered: boolean
  readonly solved: boolean
}

/** A conversation during delivery or after it, about one thing. `again` = it was not solved the first time. */
export function support(session: Session, sceneId: string, again: boolean): SupportResult {
  const { situation, random } = session
  const scene = sceneOf(sceneId)
  const agent = agentOnDuty(session, session.clock)
  if (agent !== null) situation.agent = agent
  open(session, random.chance(0.5), agent !== null)
  if (again) {
    session.buyer(buyerPhrases.repeatAsk)
    session.feel(-0.8)
  }
  const answered = discuss(session, scene, {
    first: true,
    unattended: agent === null,
    loyal: false,
    maxFollowUps: 1,
  })
  if (!answered) return { answered: false, solved: false }
  const solved = session.rude ? false : resolve(session, scene)
  part(session, solved)
  return { answered: true, solved }
}

/** How often an answer settles the matter. */
function contentChance(session: Session, scene: Scene): number {
  const { agent } = session.situation
  if (scene.id === 'claim-denied') return 0.12
  if (scene.push.length === 0) return 0.94
  return 0.3 + agent.skill * 0.5 + session.mood * 0.13 - (session.longestWait > 180 ? 0.15 : 0)
}

/** Objection, comfort, a better offer: until it is solved or the buyer gives up. */
function resolve(session: Session, scene: Scene): boolean {
  const { random, situation } = session
  if (random.chance(contentChance(session, scene))) return true
  for (let round = 0; round < 2; round++) {
    object(session, scene, round)
    session.awaitAgent()
    if (turnsRude(session)) return false
    const { agent } = situation
    if (session.mood < -0.8 && random.chance(0.35 + agent.skill * 0.5)) {
      session.agent(agentPhrases.comfort[agent.style])
      session.feel(0.3)
    }
    session.agent(scene.fix.length > 0 ? scene.fix : scene.answer)
    if (random.chance(contentChance(session, scene) + 0.25)) return true
    session.feel(-0.5)
  }
  return false
}

function object(session: Session, scene: Scene, round: number): void {
  const { random } = session
  session.feel(-0.5)
  if (scene.push.length > 0 && (round === 0 || random.chance(0.4))) {
    session.buyer(scene.push)
    if (session.mood < -1.5 && random.chance(0.4)) session.buyer(buyerPhrases.angry)
    return
  }
  if (session.mood < -1.8 && random.chance(0.5)) {
    session.buyer(buyerPhrases.threaten)
    session.intents.add('投诉')
  } else {
    session.buyer(session.mood < -1 ? buyerPhrases.angry : buyerPhrases.followUpDoubt)
  }
}

function part(session: Session, solved: boolean): void {
  const { random, situation } = session
  const { style, skill } = situation.agent
  if (session.rude) return
  if (!solved) {
    session.buyer(
      session.mood < -1.2
        ? random.chance(0.4)
          ? buyerPhrases.threaten
          : buyerPhrases.angry
        : buyerPhrases.calm,
    )
    return
  }
  session.feel(session.mood < 0 ? 0.6 + skill * 0.5 : 0.4)
  if (random.chance(0.75)) {
    const glad = session.lowestMood > -1.5 && random.chance(0.12 + skill * 0.15)
    session.buyer(
      glad ? buyerPhrases.praise : session.lowestMood < -1 ? buyerPhrases.calm : buyerPhrases.thanks,
    )
    if (glad) session.feel(1)
  }
  if (random.chance(0.35)) {
    session.agent(agentPhrases.again)
    if (random.chance(0.4)) session.buyer(buyerPhrases.bye)
  }
  if (random.chance(0.45)) session.agent(agentPhrases.farewell[style])
  if (random.chance(0.25)) session.agent(agentPhrases.invite)
}
