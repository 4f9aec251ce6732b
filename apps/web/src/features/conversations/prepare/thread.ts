import type { opinionMark, tagMark, ThreadMessage } from '@kesheng/contracts/http/views'
import type { z } from 'zod'
import type { Mark } from '#components/marks/segments.ts'

type Opinion = z.infer<typeof opinionMark>
type Tag = z.infer<typeof tagMark>

export interface ThreadLine extends ThreadMessage {
  marks: Mark[]
  /** First message of a local day: a date is shown above. */
  newDay: boolean
}

const opinionAsMark = (opinion: Opinion): Mark => ({
  id: opinion.opinionId,
  kind: 'opinion',
  start: opinion.start,
  end: opinion.end,
  polarity: opinion.polarity,
  label: `${opinion.level1} › ${opinion.level2} › ${opinion.level3}`,
})

const tagAsMark = (tag: Tag): Mark => ({
  id: tag.hitId,
  kind: 'tag',
  start: tag.start,
  end: tag.end,
  polarity: 0,
  label: tag.tagId,
})

const byText = <T extends { textId: string }>(items: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(item.textId, [...(groups.get(item.textId) ?? []), item])
  return groups
}

/** Messages with everything that is marked in them. Masks come from the message itself. */
export function threadLines(
  messages: readonly ThreadMessage[],
  opinions: readonly Opinion[],
  tags: readonly Tag[],
  dayOf: (iso: string) => string,
): ThreadLine[] {
  const opinionsOf = byText(opinions)
  const tagsOf = byText(tags)
  return messages.map((message, index) => {
    const before = messages[index - 1]
    return {
      ...message,
      newDay: !before || dayOf(before.sentAt) !== dayOf(message.sentAt),
      marks: [
        ...(opinionsOf.get(message.messageId) ?? []).map(opinionAsMark),
        ...(tagsOf.get(message.messageId) ?? []).map(tagAsMark),
        ...message.masks.map(({ start, end, kind }, mask) => ({
          id: `${message.messageId} mask ${mask}`,
          kind: 'mask' as const,
          start,
          end,
          polarity: 0,
          label: kind,
        })),
      ],
    }
  })
}
