import { z } from 'zod'

/**
 * A taxonomy pack: what a trade's customers talk about and the words they use for it. Packs are data, written in
 * Chinese, checked by this schema and by their own tests before they are used.
 */
const words = z.array(z.string().min(1).max(20)).default([])

export const dimensions = ['product', 'service', 'logistics', 'aftersales', 'activity'] as const

/**
 * A rule over one text. `all`: every group must have one of its alternatives present; `within`: greatest number of
 * characters between neighbouring groups (0 = anywhere in the clause); `ordered`: groups in the written order;
 * `not`: no alternative of it may be in the clause.
 */
export const pattern = z.object({
  all: z
    .array(z.array(z.string().min(1).max(20)).min(1))
    .min(1)
    .max(4),
  within: z.number().int().min(0).max(30).default(0),
  ordered: z.boolean().default(false),
  not: words,
})
export type Pattern = z.infer<typeof pattern>

export const opinionGroup = z.object({
  words: z.array(z.string().min(1).max(20)).min(1),
  polarity: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
  /** 1 mild … 3 strong, before degree words. */
  strength: z.number().int().min(1).max(3).default(2),
  /** The words say nothing without the aspect beside them (快 needs 物流; 掉色 needs nothing). */
  needsAspect: z.boolean().default(true),
  /** 不慢 turns into praise (flip); 没收到过差评 says nothing (drop). */
  whenNegated: z.enum(['flip', 'drop']).default('flip'),
})
export type OpinionGroup = z.infer<typeof opinionGroup>

export const aspect = z.object({
  id: z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/),
  /** [level 1, level 2, level 3] */
  path: z.tuple([z.string().min(1), z.string().min(1), z.string().min(1)]),
  dimension: z.enum(dimensions),
  department: z.string().min(1),
  terms: words,
  /** Category ids; empty = every category. */
  enabledFor: words,
  /** Words in the same clause that speak of something else. */
  excludeIf: words,
  /** Scene (`L1/L2`) that a complaint about this in a chat belongs to. */
  complaintScene: z.string().optional(),
  /** Generic words (好, 差) may bind to this aspect's terms. */
  generic: z.boolean().default(true),
  opinions: z.array(opinionGroup).default([]),
  patterns: z
    .array(pattern.extend({ polarity: z.union([z.literal(-1), z.literal(0), z.literal(1)]) }))
    .default([]),
})
export type Aspect = z.infer<typeof aspect>

/** Something a buyer wants; `weight` orders intents of one text. */
export const intent = z.object({
  id: z.string().min(1),
  weight: z.number().min(0).max(10).default(1),
  patterns: z.array(pattern).min(1),
})
export type Intent = z.infer<typeof intent>

export const scene = z.object({
  level1: z.string().min(1),
  level2: z.string().min(1),
  stage: z.enum(['presale', 'insale', 'aftersale']),
  weight: z.number().min(0).max(10).default(1),
  patterns: z.array(pattern).min(1),
})
export type Scene = z.infer<typeof scene>

/** Expected opinions as `aspectId:polarity`, intents and scenes by id; an absent list is not checked. */
export const packTest = z.object({
  text: z.string().min(1),
  source: z.enum(['chat', 'review', 'survey']).default('review'),
  productName: z.string().optional(),
  opinions: z.array(z.string()).optional(),
  intents: z.array(z.string()).optional(),
  scenes: z.array(z.string()).optional(),
})
export type PackTest = z.infer<typeof packTest>

/** Word → strength 1 mild … 3 strong. */
const graded = z.record(z.string(), z.number().int().min(1).max(3)).default({})

export const vocabulary = z.object({
  negators: words,
  /** May stand between a negator or degree word and the opinion word (是, 那么, 觉得). */
  fillers: words,
  /** Contain a negator or opinion word but mean something else (不得不, 没话说). */
  idioms: words,
  /** Degree word → change of strength. */
  degrees: z.record(z.string(), z.number().int().min(-1).max(1)).default({}),
  hypothetical: words,
  comparison: words,
  /** Past, other shops, hearsay: not about this purchase. */
  elsewhere: words,
  uncertain: words,
  /** Words that make a clause a question. */
  questions: words,
  /** Answers rather than praise or blame when no aspect stands beside them in a chat (好, 可以). */
  acknowledgements: words,
  /** Questions that assert (怎么这么): complaints, not questions. */
  rhetorical: words,
  /** Praise and blame that bind to any aspect. */
  positive: graded,
  negative: graded,
  /** Feelings without an aspect (气死, 太开心): evidence for sentiment only. */
  joy: graded,
  anger: graded,
  /** What a rude agent says. */
  rudeness: words,
})
export type Vocabulary = z.infer<typeof vocabulary>

export const pack = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.number().int().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
  extends: words,
  /** Trades this pack speaks of; `cues` in a product name (or, failing that, the text) switch it on. */
  categories: z
    .array(z.object({ id: z.string().min(1), cues: z.array(z.string().min(1)).min(1) }))
    .default([]),
  vocabulary: vocabulary.partial().default({}),
  aspects: z.array(aspect).default([]),
  intents: z.array(intent).default([]),
  scenes: z.array(scene).default([]),
  tests: z.array(packTest).default([]),
})
export type Pack = z.infer<typeof pack>
/** A pack as written: defaults may be left out. */
export type PackSource = z.input<typeof pack>
