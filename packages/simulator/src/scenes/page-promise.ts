import { scene, type Scene } from './scene.ts'

/** The page promises two years of replacement; some desks stand by it, one says something else. */
const asked = [
  '[详情页|页面]写[着|的]两年只换不修，[是吧|真的吗|怎么申请]?',
  '[看|看到][页面|详情页]上说两年只换不修，[坏了|出问题][直接换新|真给换]吗?',
  '<short>[两年|2年]只换不修[是真的吗|怎么弄|在哪申请]?',
  '[质保|保修][按页面|照详情页]的两年只换[吗|算]?',
] as const
const asking = [
  '[买的时候|下单前][页面|详情]说两年只换不修，[现在|]坏了[换吗|怎么换]?',
  '<short>[不出雾|开不了|有异响]了，[页面|详情页]写的两年只换不修，[怎么申请|给换新吧]?',
  '[才用|用了]<days>个月就坏，[两年只换不修|页面承诺的换新]怎么[走|办]?',
  '[详情页|页面]承诺两年只换不修，[我要|帮我]换[新|一台]',
] as const
const denials = [
  '<qin>[这款|<short>]是一年质保<o>，[保修|一年内修]，不是[只换不修|两年]',
  '[质保|保修]一年<o>，[坏了|有问题]寄修，[没有|不是]两年只换',
  '<qin>[一年|整机一年]质保<o>，[页面|详情页]可能[没更新|写的是别的款]',
  '[两年只换|只换不修]<o>？[没有|我们没]这个政策，[一年质保|保修一年]',
] as const
const confirmations = [
  '<qin>[是的|对的]<o>，[两年|24个月]只换不修，[非人为|质量问题]直接换新',
  '[页面|详情页]写的就是<o>，两年内[质量问题|坏了]换新，[不用修|不寄修]',
  '<qin>[放心|没错]<o>，[按页面|照承诺]两年只换不修，[订单|凭订单]就行',
] as const
const insisting = [
  '[那|]页面[写错|乱写]了也是你们的[问题|责任]吧',
  '[买之前|下单前]就是看[这条|质保]才[买|选]的，[现在|结果]说没有',
  '[虚假宣传|货不对板]，[我|]找平台[评理|投诉]了',
  '[页面|白纸黑字]写的[不算数|还能不认]?//[截图了|我有截图]',
  '[到底|]听你的还是听页面的',
  '[另一个店|天猫那边|直播间]客服说可以换，[你|你们]说不行?',
] as const
const dodging = [
  '[我这边|我]看到的[资料|政策]是一年<o>，[去|帮您]问下[店长|主管]',
  '<qin>[截图|页面截图]发我<o>，[我|]一起[提交|上报]',
  '<qin>[我反馈|会反馈]给运营核实<o>，[先|]给您[寄修|登记]',
  '[先|这边]按[一年|现行]政策处理<o>，[有结果|核实了]再联系您',
] as const

export const pagePromiseScenes: readonly Scene[] = [
  scene({
    id: 'page-denied',
    path: '服务政策/质保',
    stage: 'presale',
    intents: ['商品咨询'],
    opinions: ['页面与客服说法不一致'],
    ask: asked,
    answer: denials,
    push: insisting,
    fix: dodging,
  }),
  scene({
    id: 'page-confirmed',
    path: '服务政策/质保',
    stage: 'presale',
    intents: ['商品咨询'],
    ask: asked,
    answer: confirmations,
  }),
  scene({
    id: 'claim-denied',
    path: '服务政策/质保',
    stage: 'aftersale',
    mood: -0.5,
    intents: ['换货', '投诉'],
    opinions: ['页面与客服说法不一致'],
    ask: asking,
    answer: denials,
    push: insisting,
    fix: dodging,
  }),
  scene({
    id: 'claim-confirmed',
    path: '服务政策/质保',
    stage: 'aftersale',
    mood: -0.5,
    intents: ['换货'],
    ask: asking,
    answer: confirmations,
  }),
]
