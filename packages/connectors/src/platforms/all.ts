import { chatwootMessageCreated } from './chatwoot/message-created.ts'
import {
  douyinOrdersExport,
  douyinRefundsExport,
  douyinReviews,
  douyinServicePerformance,
} from './douyin/exports.ts'
import { douyinOrders, douyinRefunds } from './douyin/orders.ts'
import { jdChatlog, jdSessionlist } from './jd/chats.ts'
import { jdOrders, jdOrdersExport, jdRefunds, jdRefundsExport } from './jd/orders.ts'
import { jdComments } from './jd/reviews.ts'
import { jdEvaluationlist, jdServiceWorkload } from './jd/service.ts'
import { kuaishouServiceAssessment } from './kuaishou/service.ts'
import {
  pinduoduoOrders,
  pinduoduoOrdersExport,
  pinduoduoRefunds,
  pinduoduoRefundsExport,
} from './pinduoduo/orders.ts'
import type { Preset } from './preset.ts'
import { qianniuChatPage } from './qianniu/chat-page.ts'
import { taobaoOrdersExport, taobaoTrades } from './taobao/orders.ts'
import { taobaoRefunds, taobaoRefundsExport } from './taobao/refunds.ts'
import { taobaoTraderates, tmallFeeds } from './taobao/reviews.ts'
import { qianniuOnlineStatus, taobaoKefueval, taobaoServicePerformance } from './taobao/service.ts'
import { taobaoWangwangChatlog } from './taobao/wangwang-chatlog.ts'
import { wecomArchive } from './wecom/archive.ts'
import { xiaohongshuServiceAnalysis } from './xiaohongshu/service.ts'

/** Every platform export that is recognised by its columns. */
export const platformPresets: readonly Preset[] = [
  qianniuChatPage,
  taobaoWangwangChatlog,
  jdChatlog,
  jdSessionlist,
  wecomArchive,
  chatwootMessageCreated,
  taobaoTraderates,
  tmallFeeds,
  jdComments,
  douyinReviews,
  taobaoTrades,
  taobaoOrdersExport,
  jdOrders,
  jdOrdersExport,
  douyinOrders,
  douyinOrdersExport,
  pinduoduoOrders,
  pinduoduoOrdersExport,
  taobaoRefunds,
  taobaoRefundsExport,
  jdRefunds,
  jdRefundsExport,
  douyinRefunds,
  douyinRefundsExport,
  pinduoduoRefunds,
  pinduoduoRefundsExport,
  taobaoKefueval,
  jdEvaluationlist,
  qianniuOnlineStatus,
  douyinServicePerformance,
  taobaoServicePerformance,
  jdServiceWorkload,
  kuaishouServiceAssessment,
  xiaohongshuServiceAnalysis,
]

const byId = new Map(platformPresets.map((preset) => [preset.id, preset]))

export function platformPreset(id: string): Preset | undefined {
  return byId.get(id)
}
