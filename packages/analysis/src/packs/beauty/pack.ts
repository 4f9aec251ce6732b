import type { PackSource } from '@kesheng/contracts/analysis/pack'
import { words } from '../authoring.ts'
import { makeup } from './makeup.ts'
import { skin } from './skin.ts'
import { tests } from './tests.ts'

/** Skin care, make-up, hair and body care. */
export const beauty: PackSource = {
  id: 'beauty',
  version: 1,
  zh: '美妆护肤',
  en: 'Beauty and skin care',
  extends: ['base'],
  categories: [
    {
      id: '美妆护肤',
      cues: words(`
        面膜 精华 精华液 精华水 面霜 眼霜 乳液 爽肤水 化妆水 柔肤水 洗面奶 洁面 洁面乳 卸妆 卸妆水 卸妆油 防晒 防晒霜 隔离 隔离霜 粉底 粉底液 气垫 bb霜 cc霜 遮瑕 散粉 粉饼 口红 唇膏 唇釉 唇彩 眼影 眼线 睫毛膏 眉笔 腮红 高光 香水 护手霜 身体乳 沐浴露 洗发水 洗发露 护发素 发膜 洗护 护肤 护肤品 护肤套装 化妆品 彩妆 美妆 水乳 润肤 染发 洗发 头屑 去屑 头皮屑 补水 保湿 美白 祛痘 控油 敏感肌 干皮 油皮 皮肤 肌肤 脸上 卸妆 指甲油 牙膏 沐浴 洗头 洗脸 头发 柔顺 上妆 底妆 擦脸 搓泥 长痘 闭口
      `),
    },
  ],
  aspects: [...skin, ...makeup],
  tests,
}
