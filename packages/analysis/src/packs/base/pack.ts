import type { PackSource } from '@kesheng/contracts/analysis/pack'
import { words } from '../authoring.ts'
import { activity } from './activity.ts'
import { aftersales } from './aftersales.ts'
import { intents } from './intents.ts'
import { logistics } from './logistics.ts'
import { product } from './product.ts'
import { scenes } from './scenes.ts'
import { service } from './service.ts'
import { tests } from './tests.ts'
import { vocabulary } from './vocabulary.ts'

/** What every online shop's customers talk about. Category packs build on it. */
export const base: PackSource = {
  id: 'base',
  version: 1,
  zh: '通用',
  en: 'General',
  categories: [
    {
      id: '食品',
      cues: words(
        '零食 水果 苹果手挑 坚果 牛奶 酸奶 茶叶 大米 食用油 饼干 糕点 月饼 香蕉 橙子 橙 梨 葡萄 樱桃 车厘子 猕猴桃 火龙果 榴莲 芒果 火腿 牛肉 海鲜 咖啡豆 奶粉 红富士 冰糖心 果园 好吃 难吃 很甜 口感',
      ),
    },
    {
      id: '服饰',
      cues: words(
        '衣服 裤子 裙子 连衣裙 羽绒服 卫衣 衬衫 T恤 毛衣 外套 大衣 鞋子 运动鞋 靴子 内衣 袜子 牛仔裤 西装 旗袍 帽子 围巾 女装 男装 童装',
      ),
    },
    {
      id: '图书',
      cues: words(
        '图书 小说 作者 文笔 情节 这本书 此书 书籍 译本 翻译 出版社 绘本 教材 这套书 内容 故事 读后 看完',
      ),
    },
    {
      id: '酒店',
      cues: words('酒店 宾馆 房间 入住 前台 早餐 大堂 退房 标间 大床房 客房 服务员 携程'),
    },
    { id: '家居', cues: words('床垫 沙发 被子 枕头 四件套 窗帘 衣柜 桌子 椅子 收纳 毛巾 地垫 灯具') },
    { id: '母婴', cues: words('纸尿裤 尿不湿 奶瓶 婴儿车 童车 安全座椅 奶嘴 湿巾') },
  ],
  vocabulary,
  aspects: [...logistics, ...service, ...aftersales, ...product, ...activity],
  intents,
  scenes,
  tests,
}
