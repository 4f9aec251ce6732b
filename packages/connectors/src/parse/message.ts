import type { MessageKind } from '@kesheng/contracts/facts/common'

/** What platforms print instead of content that is not text. */
const placeholderKinds: readonly [RegExp, MessageKind][] = [
  [/^(?:图片|动画表情|表情包?|动图|截图|相册|照片|image|picture|photo|img|sticker)(?:消息)?$/i, 'image'],
  [
    /^(?:卡片|商品卡片|商品链接|商品|宝贝|订单卡片|订单|链接|优惠券|红包|小程序|名片|位置|card|link|weapp|location)(?:消息|卡片)?$/i,
    'card',
  ],
  [/^(?:语音|音频|语音通话|voice|audio)(?:消息)?$/i, 'voice'],
  [/^(?:视频|短视频|小视频|视频通话|video)(?:消息)?$/i, 'video'],
  [/^(?:文件|附件|文档|file|attachment)(?:消息)?$/i, 'file'],
]

const bracketed = /^[[【<(]\s*([^\]】>)]{1,12}?)\s*[\]】>)]/
const imageAddress = /^(?:<img[^>]*>|https?:\/\/\S+\.(?:jpe?g|png|gif|webp|bmp)(?:[?#]\S*)?)$/i
const recallText =
  /^(?:[[【]?消息?已?撤回[\]】]?|.{0,40}(?:撤回了一条消息|撤回了该消息|消息已被?撤回|已撤回(?:一条|该)?消息)[。.]?)(?:[，, ].{0,12})?$/

/** Kind of a message from the text that stands for it. A picture with words beside it stays text. */
export function messageKindOf(text: string): MessageKind {
  const first = text.charCodeAt(0)
  if (first === 0x5b || first === 0x3010 || first === 0x3c || first === 0x28) {
    const inner = bracketed.exec(text)
    if (inner !== null && inner[0].length >= text.length - 1) {
      const kind = placeholderKinds.find(([pattern]) => pattern.test(inner[1] ?? ''))?.[1]
      if (kind !== undefined) return kind
    }
  }
  if ((first === 0x68 || first === 0x48 || first === 0x3c) && imageAddress.test(text)) return 'image'
  return text.length <= 60 && text.includes('撤回') && recallText.test(text) ? 'recall' : 'text'
}

const kindNames: Readonly<Record<string, MessageKind>> = {
  text: 'text',
  文本: 'text',
  文字: 'text',
  markdown: 'text',
  mixed: 'text',
  image: 'image',
  img: 'image',
  picture: 'image',
  图片: 'image',
  emotion: 'image',
  sticker: 'image',
  表情: 'image',
  voice: 'voice',
  audio: 'voice',
  语音: 'voice',
  video: 'video',
  视频: 'video',
  file: 'file',
  文件: 'file',
  card: 'card',
  卡片: 'card',
  link: 'card',
  链接: 'card',
  weapp: 'card',
  小程序: 'card',
  location: 'card',
  位置: 'card',
  商品: 'card',
  订单: 'card',
  product: 'card',
  order: 'card',
  cards: 'card',
  input_select: 'card',
  article: 'card',
  revoke: 'recall',
  recall: 'recall',
  撤回: 'recall',
  event: 'event',
  activity: 'event',
  系统: 'event',
  事件: 'event',
}

/** Kind that a column of the source names; undefined when it names none we know. */
export function messageKindNamed(name: string): MessageKind | undefined {
  return kindNames[name.trim().toLowerCase().replace(/消息$/, '')]
}

const autoReply =
  /^\s*(?:[[【(（「]\s*(?:自动回复|自动应答|离线自动回复|系统自动回复|欢迎语|auto[- ]?reply)\s*[\]】)）」]|(?:自动回复|系统自动回复|auto[- ]?reply)\s*[:：])/i
const robot =
  /^\s*(?:[[【(（「]\s*(?:机器人(?:回复|客服)?|智能客服|智能助手|店小蜜|AI\s*(?:客服|助手|回复)|bot|robot)\s*[\]】)）」]|(?:机器人(?:回复|客服)?|智能客服|店小蜜|AI\s*客服|bot)\s*[:：])/i

/** Which machine wrote it, when the text says so in front. */
export function automaticPrefix(text: string): 'auto-reply' | 'bot' | null {
  if (autoReply.test(text)) return 'auto-reply'
  return robot.test(text) ? 'bot' : null
}
