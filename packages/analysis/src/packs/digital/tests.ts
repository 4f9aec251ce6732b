import type { PackSource } from '@kesheng/contracts/analysis/pack'

export const tests: NonNullable<PackSource['tests']> = [
  { text: '续航太短，一天两充', opinions: ['digital.battery-life:-1', 'digital.battery-life:-1'] },
  { text: '手机运行流畅，拍照清晰', opinions: ['digital.speed:1', 'digital.camera:1'] },
  { text: '空调制冷快，噪音小', opinions: ['digital.cooling:1', 'digital.noise:1'] },
  { text: '玩游戏不卡', productName: '游戏手机', opinions: ['digital.gaming:1'] },
  { text: '热水器忽冷忽热', opinions: ['digital.heating:-1'] },
  { text: '屏幕有坏点', opinions: ['digital.screen:-1'] },
  { text: '支持快充吗', source: 'chat', productName: '充电宝', opinions: [] },
  { text: '耳机没有杂音', productName: '蓝牙耳机', opinions: ['digital.sound:1'] },
  { text: '洗衣机甩不干，声音很大', opinions: ['digital.cleaning:-1', 'digital.noise:-1'] },
]
