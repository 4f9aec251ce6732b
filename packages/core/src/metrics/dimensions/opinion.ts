import { sql, type Sql } from '../../access/sql/nodes.ts'
import { dimension } from '../dimension.ts'

const opinion = (id: string, zh: string, en: string, value: Sql) => dimension(id, zh, en, { opinion: value })

/** Of one mention. On conversations, messages, reviews and answers they filter by the mentions inside. */
export const opinionDimensions = [
  opinion('level1', '一级观点', 'Opinion level 1', sql`level1`),
  opinion('level2', '二级观点', 'Opinion level 2', sql`level2`),
  opinion('level3', '三级观点', 'Opinion level 3', sql`level3`),
  opinion('aspect', '观点 ID', 'Aspect id', sql`aspect_id`),
  /** product | service | logistics | aftersales | activity */
  opinion('dimension', '满意维度', 'Service dimension', sql`dimension`),
  opinion('department', '责任部门', 'Department', sql`department`),
  opinion(
    'polarity',
    '极性',
    'Polarity',
    sql`multiIf(polarity > 0, 'positive', polarity < 0, 'negative', 'neutral')`,
  ),
  opinion('strength', '语气强度', 'Strength', sql`strength`),
  opinion('subjectKind', '声音来源', 'Voice', sql`subject_kind`),
  opinion('decidedBy', '判定方式', 'Decided by', sql`decided_by`),
  opinion('decider', '判定者', 'Decider', sql`decider`),
]
