import type { SurveyAnswerRecord } from '@kesheng/contracts/intake/records'
import type { Session } from '../dialogue/session.ts'
import type { Situation } from '../dialogue/situation.ts'
import { surveyTexts } from '../phrases/reviews.ts'
import { say } from '../text/bank.ts'
import { dayMs, hourMs } from '../world/calendar.ts'
import type { Aftermath } from './after-order.ts'
import type { OrderPlan } from './order-plan.ts'
import type { Run } from './run.ts'
import { sourceIndex } from './sink.ts'

function base(situation: Situation, responseId: string, surveyId: string, at: number) {
  const { shop, buyer, product } = situation
  return {
    kind: 'survey-answers' as const,
    platform: shop.platform,
    shop: shop.name,
    buyer: buyer.account,
    productId: product.id,
    productName: product.name,
    responseId,
    surveyId,
    answeredAt: at,
  }
}

/** Some buyers are asked ten days after delivery how likely they are to recommend the brand. */
export function askNps(run: Run, situation: Situation, plan: OrderPlan, aftermath: Aftermath): void {
  const { random, sink } = run
  if (!random.chance(0.045)) return
  const at = plan.deliveredAt + random.real(8, 14) * dayMs
  const trouble = (aftermath.fault === null ? 0 : 3.6) + (plan.stuck ? 2 : 0) + (aftermath.solved ? 0 : 1.4)
  const score = Math.round(Math.max(0, Math.min(10, 9 - trouble + random.normal() * 1.3)))
  const common = { ...base(situation, `N${plan.id}`, '签收后NPS', at), orderId: plan.id }
  const rated: SurveyAnswerRecord = {
    ...common,
    questionId: 'nps',
    questionText: '您有多大可能把青屿推荐给朋友？',
    questionKind: 'nps',
    score,
    scaleMinimum: 0,
    scaleMaximum: 10,
  }
  const index = sourceIndex('survey-answers', situation.shop.index)
  sink.add(index, at, rated)
  if (!random.chance(0.4)) return
  const bank = score >= 9 ? surveyTexts.promoter : score >= 7 ? surveyTexts.passive : surveyTexts.detractor
  const text = say(bank, { ...situation, time: at }, random)
  sink.add(index, at, {
    ...common,
    questionId: 'nps-why',
    questionText: '您打分的主要原因是？',
    questionKind: 'text',
    text,
  })
}

/** Some conversations are followed by two questions: content (1–5) and effort (1–7, 7 = easy). */
export function askCsat(run: Run, session: Session): void {
  const { random, sink } = run
  if (!random.chance(0.05)) return
  const at = session.clock + random.real(0.05, 3) * hourMs
  const { situation } = session
  const common = { ...base(situation, `C${session.id}`, '会话后满意度', at), agent: situation.agent.name }
  const index = sourceIndex('survey-answers', situation.shop.index)
  const content = Math.round(Math.max(1, Math.min(5, 3.9 + session.mood * 0.75 + random.normal() * 0.7)))
  sink.add(index, at, {
    ...common,
    questionId: 'csat',
    questionText: '您对本次服务满意吗？',
    questionKind: 'csat',
    score: content,
    scaleMinimum: 1,
    scaleMaximum: 5,
  })
  const ease = Math.round(
    Math.max(1, Math.min(7, 5.4 + session.mood * 0.9 - session.longestWait / 400 + random.normal())),
  )
  sink.add(index, at, {
    ...common,
    questionId: 'ces',
    questionText: '您的问题解决起来容易吗？（7=非常容易）',
    questionKind: 'ces',
    score: ease,
    scaleMinimum: 1,
    scaleMaximum: 7,
  })
}
