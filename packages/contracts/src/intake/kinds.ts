/** What a file or an intake batch holds. `conversations` = one row a conversation (transcript or turns[]). */
export const intakeKinds = [
  'chats',
  'conversations',
  'reviews',
  'orders',
  'refunds',
  'survey-answers',
  'agent-ratings',
  'agent-status',
  'operation-events',
] as const
export type IntakeKind = (typeof intakeKinds)[number]
