import { contentId } from '../identity/ids.ts'

/** What cutting into sessions needs of a message. */
export interface SessionMessage {
  threadId: string
  messageId: string
  /** Epoch ms. */
  sentAt: number
  ordinal: number
  sessionKey: string
  timeAssumed: boolean
}

export interface Session<M extends SessionMessage> {
  conversationId: string
  threadId: string
  /** In order. */
  messages: M[]
}

const hour = 3_600_000

/** Nobody talks through half a day: a longer silence ends a session, even one with a platform id. */
const longestSilence = 12 * hour

/** Time is divided into half days (UTC) for the cap; see `sessionise`. */
const slotLength = 12 * hour
const slotOf = (time: number): number => Math.floor(time / slotLength)

/** Messages of one chain could be one session: same thread, same platform session, all timed or none. */
const chainKey = (message: SessionMessage): string =>
  `${message.threadId}${message.timeAssumed ? '~' : '='}${message.sessionKey}`

function inOrder(a: SessionMessage, b: SessionMessage): number {
  return a.sentAt - b.sentAt || a.ordinal - b.ordinal || (a.messageId < b.messageId ? -1 : 1)
}

function longestGap(message: SessionMessage, gapMinutes: number): number {
  const cutByGap = message.sessionKey === '' && !message.timeAssumed
  return cutByGap ? Math.min(gapMinutes * 60_000, longestSilence) : longestSilence
}

/** A platform session keeps its id when a message arrives late; otherwise the first message names the session. */
function conversationIdOf(first: SessionMessage): string {
  return first.sessionKey === ''
    ? contentId('conversation', first.threadId, first.messageId)
    : contentId(
        'conversation',
        first.threadId,
        first.sessionKey,
        slotOf(first.sentAt),
        Number(first.timeAssumed),
      )
}

function cutChain<M extends SessionMessage>(chain: readonly M[], gapMinutes: number): Session<M>[] {
  const sessions: Session<M>[] = []
  let previous: M | undefined
  /** Slot in which the chain last started naturally. */
  let startSlot = 0
  for (const message of chain) {
    const slot = slotOf(message.sentAt)
    const natural =
      previous === undefined || message.sentAt - previous.sentAt > longestGap(message, gapMinutes)
    if (natural) startSlot = slot
    const capped = previous !== undefined && slot !== slotOf(previous.sentAt) && slot - startSlot >= 2
    if (natural || capped) {
      const { threadId } = message
      sessions.push({ conversationId: conversationIdOf(message), threadId, messages: [message] })
    } else sessions.at(-1)?.messages.push(message)
    previous = message
  }
  return sessions
}

/**
 * Cuts messages into sessions: by the platform's session id where there is one, else at every silence longer than
 * `gapMinutes` within a thread. Threads without real times are cut by session id only.
 *
 * A session lasts at most 24 h. A cap counted from the first message could not be found without reading back to it,
 * for weeks in a chat that never ends. So the cap stands on half days: a session that started in half day s ends
 * with half day s + 1, and whatever follows without a pause starts a new session each half day. With silences of
 * more than 12 h always cutting, whether a message starts a session is decided by the day before it, and where the
 * session ends by the day after: a worker that owns the sessions starting on day d reads d − 1 … d + 1, no more,
 * and workers of neighbouring days agree. (`sessionise.test.ts` holds this as a property.)
 */
export function sessionise<M extends SessionMessage>(
  messages: readonly M[],
  settings: { gapMinutes: number },
): Session<M>[] {
  const chains = new Map<string, M[]>()
  for (const message of messages) {
    const key = chainKey(message)
    const chain = chains.get(key)
    if (chain === undefined) chains.set(key, [message])
    else chain.push(message)
  }
  return [...chains.values()].flatMap((chain) => cutChain(chain.sort(inOrder), settings.gapMinutes))
}
