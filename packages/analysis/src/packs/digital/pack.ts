import type { PackSource } from '@kesheng/contracts/analysis/pack'
import { words } from '../authoring.ts'
import { appliances } from './appliances.ts'
import { mobile } from './mobile.ts'
import { tests } from './tests.ts'

/** Phones, computers, cameras, audio, and household appliances. */
export const digital: PackSource = {
  id: 'digital',
  version: 1,
  zh: '数码家电',
  en: 'Electronics and appliances',
  extends: ['base'],
  categories: [
    {
      id: '数码家电',
      cues: words(`
        手机 计算机 美容仪 洁面仪 冲牙器 空气炸锅 挂烫机 按摩仪 筋膜枪 体重秤 电子秤 iphone 苹果手机 华为 小米 oppo vivo 荣耀 红米 三星 电脑 笔记本 平板 ipad 显示器 键盘 鼠标 耳机 音箱 蓝牙 充电宝 充电器 数据线 相机 摄像头 摄像机 镜头 硬盘 u盘 内存 路由器 打印机 墨盒 硒鼓 投影 投影仪 手表 手环 行车记录仪 电视 空调 冰箱 洗衣机 热水器 油烟机 燃气灶 净水器 净水机 电饭煲 电饭锅 电压力锅 微波炉 烤箱 电磁炉 豆浆机 榨汁机 料理机 破壁机 电水壶 热水壶 水壶 吸尘器 扫地机 扫地机器人 加湿器 净化器 风扇 电风扇 取暖器 电暖器 暖风机 吹风机 剃须刀 电动牙刷 洗碗机 消毒柜 钢化膜 手机壳 保护套 电池 屏幕 像素 续航 待机 系统 开机 主板 显卡 处理器 信号 拍照 音质 制冷 制热 加热 热水 压缩机 遥控器 噪音 吸力 散热 喇叭 xp 驱动 光驱 玩游戏 充电 电量 本子 机器 风扇
      `),
    },
  ],
  aspects: [...mobile, ...appliances],
  tests,
}
