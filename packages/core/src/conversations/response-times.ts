import type { MessageKind, Role } from '@kesheng/contracts/facts/common'
import { isHandOver } from './hand-over.ts'

export interface TimedMessage {
  /** Epoch ms. */
  sentAt: number
  role: Role
  kind: MessageKind
  automatic: boolean
  text: string
}

export interface ResponseTimes {
  /** Seconds from the first buyer message (or the hand-over to a person) to the first human reply. */
  firstResponseSeconds: number | null
  /** Runs of buyer messages waiting for a human. */
  rounds: number
  answeredRounds: number
  responseSecondsSum: number
  /** Longest wait of an answered round, seconds. */
  longestWaitSeconds: number | null
  /** Rounds answered within 30 s and 180 s, both inclusive. */
  roundsWithin30: number
  roundsWithin180: number
  /** Answered rounds that waited more than 120 s. */
  slowRounds: number
  /** For each message: the wait it ended, seconds; null when it answered nothing. */
  waits: (number | null)[]
}

const silent = (message: TimedMessage): boolean => message.kind === 'event' || message.kind === 'recall'
const asks = (message: TimedMessage): boolean => message.role === 'buyer' && !silent(message)
/** Written by a person of the shop. */
export const isHumanReply = (message: TimedMessage): boolean =>
  message.role === 'agent' && !message.automatic && !silent(message)

function waitsOf(messages: readonly TimedMessage[]): { waits: (number | null)[]; rounds: number } {
  let waitingSince: number | null = null
  let rounds = 0
  let humanSpoke = false
  const waits = messages.map((message) => {
    if (asks(message)) {
      if (waitingSince === null) {
        waitingSince = message.sentAt
        rounds++
      }
      return null
    }
    if (isHumanReply(message)) {
      humanSpoke = true
      const wait = waitingSince === null ? null : Math.max(0, message.sentAt - waitingSince) / 1000
      waitingSince = null
      return wait
    }
    // Until a person takes over, the bot serves: the wait for a person starts with the hand-over.
    if (!humanSpoke && waitingSince !== null && isHandOver(message)) waitingSince = message.sentAt
    return null
  })
  return { waits, rounds }
}

/** Only a bot served and nobody was called: nobody waited for a person. */
function botOnly(messages: readonly TimedMessage[]): boolean {
  return (
    messages.some((message) => message.role === 'bot') &&
    !messages.some((message) => isHumanReply(message) || isHandOver(message))
  )
}

const untimed = (count: number): ResponseTimes => ({
  firstResponseSeconds: null,
  rounds: 0,
  answeredRounds: 0,
  responseSecondsSum: 0,
  longestWaitSeconds: null,
  roundsWithin30: 0,
  roundsWithin180: 0,
  slowRounds: 0,
  waits: Array.from({ length: count }, () => null),
})

/**
 * Response figures of one conversation whose messages are in order. Automatic replies, bots and system lines neither
 * answer nor stop the clock; a buyer who asks again before an answer waits on from the first ask. Without real times
 * there are no figures: counts are 0, so such conversations weigh nothing in any mean or share.
 */
export function responseTimes(messages: readonly TimedMessage[], timed: boolean): ResponseTimes {
  if (!timed || botOnly(messages)) return untimed(messages.length)
  const { waits, rounds } = waitsOf(messages)
  const answered = waits.filter((wait) => wait !== null)
  return {
    firstResponseSeconds: answered[0] ?? null,
    rounds,
    answeredRounds: answered.length,
    responseSecondsSum: answered.reduce((sum, wait) => sum + wait, 0),
    longestWaitSeconds: answered.length === 0 ? null : answered.reduce((a, b) => Math.max(a, b)),
    roundsWithin30: answered.filter((wait) => wait <= 30).length,
    roundsWithin180: answered.filter((wait) => wait <= 180).length,
    slowRounds: answered.filter((wait) => wait > 120).length,
    waits,
  }
}
