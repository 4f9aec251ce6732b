import { scene, type Scene } from './scene.ts'

/** Questions before buying an appliance. */
export const presaleApplianceScenes: readonly Scene[] = [
  scene({
    id: 'ask-noise',
    path: '商品咨询/噪音',
    stage: 'presale',
    need: 'noise',
    weight: 7,
    intents: ['咨询'],
    ask: [
      '<short>[声音大吗|吵不吵|噪音大不大|声音有多大]?',
      '[晚上|睡觉|宿舍]用会[吵|影响室友|吵到人]吗?',
      '[有|是]多少分贝?',
      '[家里有宝宝|孩子睡了|宿舍里][用|开]会不会[吵|太响]?',
    ],
    answer: [
      '<qin><fact:noise><o>',
      '<qin>[实测|测下来]<fact:noise><o>',
      '<fact:noise><o>，[大家|顾客]反馈[都能接受|还可以]',
    ],
    follow: [
      {
        ask: ['[看评论|评论里]有人说[很吵|声音大]啊', '[买回来|到手]要是[吵|声音大]能退吗?'],
        answer: [
          '[七天无理由|7天内]可以退<o>，[包装配件|盒子配件]留着就行',
          '<qin>[每个人|大家]感受不一样<o>，[异常|不正常]的声音我们给换',
        ],
      },
    ],
  }),
  scene({
    id: 'ask-battery',
    path: '商品咨询/续航',
    stage: 'presale',
    need: 'battery',
    weight: 6,
    intents: ['咨询'],
    ask: [
      '<short>[充一次电用多久|续航怎么样|能用多久|电池耐用吗]?',
      '[充满|充电]要多久，[能用|可以用]几天?',
      '[充电口|接口]是[type-c|typec|什么]的吗?',
      '[出差|旅行]带[一周|半个月][不充电|]够用[吗|不]?',
    ],
    answer: [
      '<qin><fact:battery><o>',
      '<qin>续航[方面|的话]<fact:battery><o>',
      '<fact:battery><o>，[具体|实际]看您[档位|用的频率]',
    ],
    follow: [
      {
        ask: ['[边充边用|充电的时候能用]吗?', '[电池|坏了]能换吗?'],
        answer: [
          '[充电的时候|为了安全充电时]不能用<o>',
          '<qin>电池是[内置的|封闭防水的]<o>，[质保内|一年内]有问题换机',
        ],
      },
      {
        ask: ['[送|带]充电头吗?', '[配|有][线|充电线]吗?'],
        answer: [
          '[只配|带]充电线<o>，[充电头|插头]用手机的5V就行',
          '<qin>[盒子里|包装里]有线[没有头|，头要自备]<o>',
        ],
      },
    ],
  }),
  scene({
    id: 'ask-power',
    path: '商品咨询/功率耗电',
    stage: 'presale',
    need: 'power',
    weight: 4,
    intents: ['咨询'],
    ask: [
      '<short>[多少瓦|功率多大|几瓦的]?',
      '[费电吗|一小时几度电|耗电大吗|电费贵不贵]?',
      '[学校|宿舍]限电[800w|1000瓦|]，[能用|可以用]吗?',
    ],
    answer: ['<qin><fact:power><o>', '[功率|耗电]的话<fact:power><o>'],
    follow: [
      {
        ask: ['[插排|排插]能用吗?', '[国外|出国]能用吗?'],
        answer: ['<qin>[是|]220V的<o>，[国外|110V的地区]不能直接用', '[建议|最好]直插墙上的插座<o>'],
      },
    ],
  }),
  scene({
    id: 'ask-clean',
    path: '商品咨询/清洁保养',
    stage: 'presale',
    need: 'clean',
    weight: 4,
    intents: ['咨询'],
    ask: [
      '<short>[好清洗吗|怎么洗|怎么清洁|好打理吗]?',
      '[能|可以]水洗[吗|不]?',
      '[里面|用久了]脏了[怎么办|怎么弄|能拆吗]?',
      '[多久|平时]要[清洗|保养]一次?',
    ],
    answer: ['<qin><fact:clean><o>', '[好打理|不麻烦]的<o>，<fact:clean>', '<qin>[日常|平时]<fact:clean><o>'],
    follow: [
      {
        ask: ['配件[能|可以]单独买吗?', '[替换|更换]的[配件|耗材]贵吗?'],
        answer: ['[有|店里有]配件链接<o>，[几十块|不贵]', '<qin>耗材[可以|]单买<o>，[搜|店里搜]<short>配件'],
      },
    ],
  }),
  scene({
    id: 'ask-install',
    path: '商品咨询/安装',
    stage: 'presale',
    need: 'install',
    weight: 3,
    intents: ['咨询'],
    ask: [
      '<short>[要安装吗|怎么装|需要自己装吗|复杂吗]?',
      '[包|送|有]安装[吗|服务吗]?',
      '[老人|爸妈]自己[能弄|会用]吗，[装起来|弄起来]麻烦不?',
    ],
    answer: ['<qin><fact:install><o>', '[很简单|不用师傅]<o>，<fact:install>'],
    follow: [
      {
        ask: ['有[视频|教程]吗?', '[说明书|教程][看不懂|太小字了]怎么办?'],
        answer: [
          '[有视频|盒子上有二维码]<o>，[扫码|扫一下]就能看',
          '<qin>[有不会的|不会]随时[来问|发图问]我<o>',
        ],
      },
    ],
  }),
  scene({
    id: 'ask-function',
    path: '商品咨询/功能',
    stage: 'presale',
    need: 'function',
    weight: 6,
    intents: ['咨询'],
    ask: [
      '<short>[有什么功能|几个档|都有啥模式|功能有哪些]?',
      '[有|带][定时|冷风|恒温|提醒|自动断电]吗?',
      '[新款|这款]跟[老款|之前的]有[什么|啥]区别?',
      '[能|可以]调[档|温度|大小]吗?',
    ],
    answer: [
      '<qin><fact:function><o>',
      '<qin>[功能|配置]上<fact:function><o>',
      '<fact:function><o>，[日常|家用]完全够',
    ],
    follow: [
      {
        ask: ['[好|容易]操作吗?', '[操作|用起来]复杂[吗|不]?'],
        answer: ['<qin>[按键|操作]很简单<o>，<fact:usage>', '[一个键|按键]就能切<o>，[老人|长辈]也会用'],
      },
      {
        ask: ['[和|跟]<rival>[那个|的]比[呢|怎么样]?', '<rival>[便宜|功能]差不多，[好在哪|有啥不一样]?'],
        answer: [
          '别家的[不太了解|不好说]<o>，[咱们|我们]<fact:function>',
          '<qin>[可以|您]对比下[参数|售后]<o>，[我们|咱家]一年质保',
        ],
      },
    ],
  }),
  scene({
    id: 'ask-warranty',
    path: '服务政策/质保',
    stage: 'presale',
    need: 'warranty',
    weight: 5,
    intents: ['咨询'],
    ask: [
      '<short>[保修多久|质保几年|有保修吗|坏了怎么办]?',
      '[用坏了|一年后坏了|过保了][能修吗|怎么处理]?',
      '[全国联保吗|在哪修|维修点在哪]?',
    ],
    answer: ['<qin><fact:warranty><o>', '[质保|保修]这块<fact:warranty><o>'],
    follow: [
      {
        ask: ['[运费|寄回去]谁出?', '[来回|寄修]运费要我[付|出]吗?'],
        answer: [
          '[质量问题|保修内]来回运费我们出<o>',
          '<qin>[一个月内|30天内]只换不修<o>，运费[店铺|我们]承担',
        ],
      },
      {
        ask: ['要[发票|保修卡]吗?', '[发票|盒子]丢了[还能保吗|怎么办]?'],
        answer: ['[不用|不需要]<o>，订单就是凭证', '<qin>[查|有]订单记录就[可以|行]<o>'],
      },
    ],
  }),
]
