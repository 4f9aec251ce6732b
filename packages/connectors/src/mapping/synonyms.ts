import type { IntakeKind } from '@kesheng/contracts/intake/kinds'
import { normalName } from './values.ts'

/**
 * Names under which files carry each field, in the order of preference. Before the bar: names that speak for the
 * kind; behind it: names that fit, but many kinds have.
 */
type Names = Readonly<Record<string, string>>

const party: Names = {
  platform: '| 平台 渠道平台 来源平台 platform',
  shop: '| 店铺 店铺名称 店铺名 商家名称 门店名称 shop shopname shop_name store store_name seller seller_nick',
  buyer:
    '| 买家 买家昵称 买家会员名 买家账号 买家id 顾客 客户 客户昵称 客户账号 用户昵称 用户名 会员名 昵称 用户id buyer buyer_id buyer_nick customer customer_id user_id nickname nick nickname_masked open_id buyer_open_uid meta.buyer_id',
}
/** In a table of messages a bare nickname is mostly the sender's, see `suggest.ts`. */
const nicknames = '昵称 用户名 nickname nick nickname_masked'
const named = (names: string, without: string): string =>
  names
    .split(' ')
    .filter((name) => !without.split(' ').includes(name))
    .join(' ')
const product: Names = {
  productId:
    '| 商品id 商品编号 商品编码 宝贝id sku skuid sku_id product_id item_id num_iid goods_id meta.sku meta.product_id',
  productName:
    '| 商品名称 商品标题 商品 宝贝标题 宝贝名称 产品名称 产品 product product_name item_title goods_name sku_name title cat 品类 类目 category',
}
const order: Names = { orderId: '| 订单号 订单编号 订单id 主订单编号 order_id orderid order_no order_sn tid' }

const synonyms: Readonly<Record<IntakeKind, Names>> = {
  chats: {
    text: '消息内容 聊天内容 消息 发送内容 会话内容 message msg utterance message_content | 内容 文本 text content body sentence',
    sentAt:
      '发送时间 消息时间 聊天时间 sent_at send_time msg_time message_time | 时间 time timestamp ts datetime created_at date 日期',
    role: '发送方角色 角色 发送方 发送者角色 消息方向 方向 发送方类型 发送者类型 role speaker direction sender_type sender_role side is_agent',
    sender: `发送人 发送者 发言人 发送方昵称 发送账号 说话人 sender from sender_name from_name author 发送人昵称 | ${nicknames}`,
    receiver: '接收人 接收者 接收方 收信人 接收人昵称 接收方昵称 receiver to receiver_name to_name recipient',
    agent: '客服 客服昵称 客服名称 客服账号 接待客服 坐席 客服姓名 agent agent_name waiter staff servicer',
    channel: '| 渠道 会话渠道 channel',
    sessionId:
      '会话id 会话编号 会话标识 session_id sessionid conversation_id dialogue_id dialog_id chat_id sid | 会话',
    messageId: '消息id 消息编号 message_id msgid msg_id | id',
    messageKind: '消息类型 msgtype msg_type message_type | 类型 type',
    automatic: '自动回复 是否自动回复 是否机器人 automatic is_auto auto_reply',
    ...party,
    buyer: named(party['buyer'] ?? '', nicknames),
    ...product,
    ...order,
  },
  conversations: {
    transcript:
      '聊天记录 会话记录 对话内容 对话记录 会话内容 聊天内容 聊天详情 通话文本 transcript conversation dialogue chat_log dialog chat_content | 对话 会话',
    turns: 'turns messages utterances dialog_turns 对话轮次',
    sessionId:
      '会话id 会话编号 session_id sessionid conversation_id dialogue_id dialog_id sid | id 编号 会话',
    startedAt:
      '开始时间 会话开始时间 接入时间 咨询时间 会话时间 started_at start_time begin_time begintime | 时间 time created_at date 日期',
    repliedAt: '首次回复时间 首次响应时间 replied_at reply_time first_reply_at',
    endedAt: '结束时间 会话结束时间 ended_at end_time endtime',
    agent: '客服 客服昵称 客服名称 客服账号 接待客服 坐席 客服姓名 agent agent_name waiter staff',
    channel: '| 渠道 会话渠道 channel',
    ...party,
    ...product,
    ...order,
  },
  reviews: {
    text: '评价内容 评论内容 评价 评论 买家评价 用户评价 初评内容 评价详情 review reviews comment comments review_text review_content comment_content reviewtext feedback rating_text | 内容 文本 text content body sentence',
    reviewedAt:
      '评价时间 评论时间 评价日期 评论日期 review_time reviewed_at comment_time review_date creationtime | 时间 日期 time date created created_at timestamp datetime',
    score:
      '评价得分 商品评价得分 商品评分 打分 星级 score star stars rating_score 评价星级 | 评分 得分 分数 rating',
    rating: '好中差评 评价等级 评价类型 评价结果 | result rating 情感',
    reviewId: '评价id 评论id 评价编号 review_id comment_id commentid rate_id | id',
    skuName: '规格 商品规格 sku_attrs sku属性 购买规格 颜色分类 sku_name sku规格 商品属性 variant',
    appendText: '追评内容 追评 追加评论 追加评价 append_content append_comment',
    appendedAt: '追评时间 追加时间 append_time',
    reply: '商家回复 回复内容 卖家回复 店铺回复 掌柜回复 seller_reply | reply 回复',
    repliedAt: '回复时间 商家回复时间 reply_time',
    tags: '评价标签 评论标签 | 标签 tags',
    imageCount: '图片数 评价图片 晒图数 图片数量 image_count | images 图片 pics',
    ...party,
    ...product,
    ...order,
  },
  orders: {
    orderId: '订单号 订单编号 订单id 主订单编号 order_id orderid order_no order_sn order_number tid',
    lineId: '子订单号 子订单编号 子订单id order_line_id line_id oid sub_order_id',
    orderedAt:
      '订单创建时间 下单时间 订单提交时间 拍下时间 成交时间 订单成交时间 ordered_at order_time order_date create_time created_time | created created_at 时间 time date 日期',
    paidAt: '订单付款时间 付款时间 支付时间 支付完成时间 付款确认时间 paid_at pay_time payment_time',
    paidAmount:
      '买家实际支付金额 实付金额 实际支付金额 买家实付 支付金额 付款金额 实收金额 用户实付金额 订单应付金额 paid_amount pay_amount payment actual_amount | amount 金额',
    listAmount:
      '总金额 订单金额 应付金额 商品总价 订单总额 买家应付货款 list_amount total_amount total_fee order_amount total total_price',
    refundedAmount: '| 退款金额 已退金额 refunded_amount refund_amount refund_fee',
    quantity: '购买数量 商品数量 宝贝总数量 订购数量 件数 quantity qty | 数量 num count',
    status: '订单状态 交易状态 order_status | status 状态',
    skuName: '规格 商品规格 sku_name sku_attrs 商品属性 颜色分类',
    province: '收货地址 省份 收货省份 收货人省份 province receiver_state | 省 地址 address region',
    ...party,
    ...product,
  },
  refunds: {
    refundId:
      '退款编号 退款单号 退款id 售后单号 售后编号 售后单编号 服务单号 refund_id refundid aftersale_id | id',
    orderId: '| 订单号 订单编号 订单id 主订单编号 order_id orderid order_no order_sn tid',
    appliedAt:
      '退款申请时间 售后申请时间 申请退款时间 applied_at apply_time | 申请时间 退款时间 created created_at created_time create_time 时间 time date 日期',
    amount:
      '退款金额 买家退款金额 申请退款金额 实退金额 应退金额 退款总金额 refund_amount refund_fee | amount 金额',
    status: '退款状态 售后状态 refund_status aftersale_status | status 状态',
    reason: '退款原因 售后原因 买家退款原因 申请原因 退货原因 refund_reason after_sale_reason | reason 原因',
    phase: '退款阶段 售后类型 退款类型 refund_phase refund_type aftersale_type | phase',
    platformAssist: '平台介入 小二介入 客服介入状态 仲裁状态 是否平台介入 platform_assist',
    province: '| 收货地址 省份 province 省',
    ...party,
    ...product,
  },
  'survey-answers': {
    responseId: '答卷id 答卷编号 答题序号 问卷编号 response_id responseid respondent_id | id 序号 编号',
    answeredAt:
      '作答时间 提交时间 提交答卷时间 答题时间 填写时间 answered_at submitted_at submit_time | 时间 time timestamp created_at date 日期',
    surveyId: '问卷 问卷名称 问卷id survey survey_id survey_name',
    questionId: '题目id 题号 question_id questionid',
    questionText: '题目 问题 题目内容 题干 question question_text',
    questionKind: '题型 题目类型 question_type question_kind',
    score: '| 分数 得分 评分 打分 score rating value',
    choice: '选项 所选选项 选择 choice option answer_option',
    text: '文字回答 回答 答案 填写内容 answer answer_text | text 内容 comment 建议',
    agent: '| 客服 客服昵称 客服账号 接待客服 agent waiter',
    ...party,
    ...product,
    ...order,
  },
  'agent-ratings': {
    agent: '客服 客服昵称 客服账号 客服名称 被评价客服 接待客服 agent agent_name waiter eval_sender',
    score:
      '客服评分 服务评分 满意度 评价分数 客服满意度 服务满意度 评价结果 满意程度 csat | 评分 score rating 分数 得分 评价',
    ratedAt: '评价时间 评分时间 rated_at eval_time evatime | 时间 time created_at date 日期',
    ratingId: '评价id rating_id eval_id | id',
    sessionId: '会话id 会话编号 session_id conversation_id sid',
    text: '评价内容 评语 评价备注 评价标签 | comment desc text 内容',
    invitedBy: '邀评来源 邀评方式 邀评类型 评价来源 invited_by',
    ...party,
    ...product,
    ...order,
  },
  'agent-status': {
    agent: '客服 客服昵称 客服账号 子账号 agent agent_name account account_id waiter',
    changedAt: '变更时间 状态时间 状态变更时间 切换时间 change_time changed_at | 时间 time created_at',
    status: '在线状态 客服状态 状态变更 登录状态 | 状态 status',
    platform: party['platform'] as string,
    shop: party['shop'] as string,
  },
  'operation-events': {
    eventType: '事件类型 活动类型 event_type eventtype | 类型 type',
    name: '事件名称 活动名称 事件 活动 event event_name campaign | 名称 name title 标题',
    occurredAt:
      '发生时间 活动开始时间 开始时间 开始日期 occurred_at start_time start_date | 日期 统计日期 时间 date time',
    endsAt: '活动结束时间 结束时间 结束日期 ends_at end_time end_date',
    phase: '活动阶段 阶段 大促阶段 phase',
    value: '数值 指标值 value | 数量 金额 amount',
    eventId: '事件id 活动id event_id | id',
    agent: '| 客服 客服昵称 客服账号 旺旺昵称 agent',
    platform: party['platform'] as string,
    shop: party['shop'] as string,
    productId: product['productId'] as string,
  },
}

export interface FieldNames {
  strong: readonly string[]
  weak: readonly string[]
}

const words = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean).map(normalName)

function compileNames(names: string): FieldNames {
  const [strong = '', weak = ''] = names.split('|')
  return { strong: words(strong), weak: words(weak) }
}

const compiled = new Map<IntakeKind, ReadonlyMap<string, FieldNames>>()

/** Normalised names of every field of a kind. */
export function fieldNames(kind: IntakeKind): ReadonlyMap<string, FieldNames> {
  const known = compiled.get(kind)
  if (known !== undefined) return known
  const fresh = new Map(
    Object.entries(synonyms[kind]).map(([field, names]) => {
      const { strong, weak } = compileNames(names)
      return [field, { strong, weak: [...weak, normalName(field)] }]
    }),
  )
  compiled.set(kind, fresh)
  return fresh
}
