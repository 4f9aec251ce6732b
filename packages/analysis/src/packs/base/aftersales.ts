import { aspect } from '../authoring.ts'

const department = '售后部'

export const aftersales = [
  aspect('aftersales.overall', '售后/整体/售后服务', 'aftersales', department, {
    scene: '投诉/服务投诉',
    terms: '售后 售后服务 售后客服 售后人员 售后态度 售后处理 售后保障 售后维修 售后部门',
    good: '好 及时 到位 有保障 给力 快 完善 靠谱 耐心 负责 贴心 周到 热情 无忧 省心',
    bad: '差 烂 垃圾 慢 没有 没保障 无保障 推诿 拖 敷衍 难 没人管 不管 糟糕 踢皮球 极差 跟不上 恶劣 扯皮 不负责 打不通 不理',
    goodAlone: '售后好 售后无忧 售后有保障 售后到位 售后很好',
    badAlone:
      '售后差 没有售后 没售后 无售后 售后太差 售后很差 售后垃圾 售后没保障 售后不管 售后没人管 三无产品 售后不理',
  }),
  aspect('aftersales.return-ease', '售后/退换/退换货便利', 'aftersales', department, {
    scene: '售后/退货',
    terms: '退货 换货 退换货 退换 退货流程 换货流程 退货服务',
    good: '方便 快 顺利 简单 容易 爽快 及时 便捷 无忧 放心',
    bad: '麻烦 难 困难 慢 复杂 繁琐 费劲 折腾 太难 不方便 拖 墨迹',
    goodPhrases:
      '支持退换 包退换 退货很方便 无条件退换 包退包换 马上给换了 立马给换 换了一个新的 给换了新的 很快给换了 退换货方便',
    badAlone:
      '不给退 不让退 不能退 不给退货 不让退货 不能退货 不给换 不让换 不给换货 拒绝退货 拒绝退换 拒绝退款 不支持退换 不退不换 不退换 不给退换 不同意退货 不肯退 不予退货 退不了 退货难 拒绝换货 不支持退货 不让退换',
    badPatterns: `
      退货|换货|退换 & 申请|提交 & 拒绝|驳回|不通过|不同意 <10
    `,
  }),
  aspect('aftersales.return-fee', '售后/退换/退货运费', 'aftersales', department, {
    scene: '售后/退货运费',
    terms: '退货运费 运费险 退货邮费 来回运费 退回运费 来回邮费 寄回运费',
    good: '有 赔付 到账 免 承担 省心',
    bad: '没有 自付 自理 自己出 贵 不赔 不报销 自己承担 没赔 不给报',
    goodAlone: '有运费险 送运费险 赠运费险 带运费险',
    badAlone:
      '没有运费险 没运费险 退货运费自付 运费险没赔 运费险不赔 运费险没到账 退货还要运费 退货要自己出运费 退货自己出邮费 自己掏运费 退货自付运费 不承担运费',
  }),
  aspect('aftersales.refund-speed', '售后/退款/退款速度', 'aftersales', '财务部', {
    scene: '售后/退款',
    terms: '退款 退钱 退款速度 退款到账 退款处理',
    good: '快 及时 秒退 很快 迅速 到账 顺利 爽快 秒到',
    bad: '慢 太慢 拖 久 不及时 没到账 未到账 难 不到账 麻烦',
    goodAlone: '秒退款 退款快 退款很快 退款及时 极速退款 马上就退款了 很快退款 退款秒到',
    badAlone:
      '退款慢 还没退款 不退款 不给退款 拒绝退款 退款没到账 没退款 没收到退款 退款未到账 钱没退 钱还没退 没退钱 不退钱 拖着不退款 一直没退款 一直不退款 还不退款 还没退钱 不肯退款',
    badPatterns: `
      退款|钱 & 没到账|没有到账|未到账|没收到|还没退|还没到|没退|到不了 <10
    `,
  }),
  aspect('aftersales.refund-amount', '售后/退款/退款金额', 'aftersales', '财务部', {
    scene: '售后/退款',
    terms: '退款金额',
    bad: '不对 少 错 不符 不足',
    badAlone: '少退 少退了 退少了 没退全 没有全额退 没全退 只退了 扣了 扣钱 没全款退',
    badPatterns: `
      退|退款 & 少了|少退|不对|不够|只退 <6
    `,
    generic: false,
    excludeIf: '扣子 纽扣',
  }),
  aspect('aftersales.repair', '售后/维修/维修服务', 'aftersales', department, {
    scene: '售后/维修保修',
    terms: '维修 返修 修理 保修 维修服务 维修点 维修站 维修师傅 维修人员 保修期 质保 质保期',
    good: '快 方便 专业 及时 免费 好 长 有保障 负责',
    bad: '慢 麻烦 贵 难 坑 不专业 短 不管 远 拖 不负责 收费 差 不保 少',
    goodPhrases: '免费维修 免费修 修好了 修得很好 全国联保 上门维修 给修好了 免费给修',
    badPhrases:
      '不给保修 不保修 没修好 修不好 越修越坏 返修多次 修了几次 修了好几次 反复维修 维修费贵 拒绝保修 没有保修 没有质保 无保修 不给修 没地方修 修了又坏 不在保修范围 人为损坏不保',
  }),
  aspect('aftersales.compensation', '售后/赔付/补偿赔付', 'aftersales', department, {
    scene: '售后/赔付补偿',
    terms: '赔偿 补偿 赔付 理赔',
    good: '合理 及时 到位 满意 爽快 快',
    bad: '没有 不合理 太少 少 不给 拒绝 不够 敷衍 难',
    goodPhrases: '给了补偿 补偿了我 赔了我 退了一部分 给我补了 给补发了 补发了一个 主动赔偿',
    badPhrases:
      '不给赔偿 不赔偿 拒绝赔偿 没有赔偿 没有补偿 不给补偿 不赔 不给赔 才赔 补偿太少 就赔 就补偿 没有任何补偿 没有任何赔偿',
    generic: false,
  }),
  aspect('aftersales.reissue', '售后/赔付/补发', 'aftersales', department, {
    scene: '售后/错发漏发',
    terms: '补发 补寄 重发',
    good: '快 及时 很快 迅速',
    bad: '慢 拖 没 不',
    badPhrases: '不给补发 没补发 不补发 没有补发 拒绝补发 还没补发 一直没补发 不给补 不补',
    goodPhrases: '马上补发 很快补发 立刻补发 立马补发 免费补发 及时补发',
    generic: false,
  }),
  aspect('aftersales.installation', '售后/安装/安装服务', 'aftersales', department, {
    scene: '售后/安装服务',
    terms: '安装 安装师傅 安装人员 安装工人 安装服务 安装工 师傅 上门安装 安装态度 装机师傅 安装的师傅',
    good: '专业 及时 热情 快 细心 耐心 负责 认真 到位 规范 利索 干净 方便 态度好 技术好 辛苦 客气 简单 容易',
    bad: '慢 不专业 态度差 敷衍 拖 马虎 粗心 不负责 粗暴 差 难 麻烦 不规范 坑 复杂 费劲 不方便',
    badPhrases:
      '不安装 没人安装 不给安装 不上门安装 没人来安装 没来安装 安装没人 安装师傅没来 一直没安装 不管安装 没人装 安装要收费 安装还要收费',
    goodPhrases: '免费安装 免费上门安装 包安装 安装很快',
    excludeIf: '安装软件 安装系统 驱动 程序 下载 送货师傅 快递师傅',
  }),
  aspect('aftersales.installation-fee', '售后/安装/安装收费', 'aftersales', department, {
    scene: '售后/安装服务',
    terms: '安装费 安装费用 辅材费 材料费 配件费 支架费 打孔费 安装材料',
    good: '合理 免费 便宜 透明',
    bad: '贵 高 坑 不合理 黑 乱 乱收 太贵 坑人 太黑 离谱 多',
    badAlone: '乱收费 乱收钱 额外收费 收费太贵 收费高 收费不合理 强制收费 坑材料费 收了我 收费贵 另收费',
    goodPhrases: '没有乱收费 没收费 没收钱 没有收费 没有额外收费 收费合理 没多收',
  }),
  aspect('aftersales.invoice', '售后/票据/发票', 'aftersales', '财务部', {
    scene: '售后/发票',
    terms: '发票 电子发票 纸质发票 专票 增值税发票 开票',
    good: '齐全 快 及时 方便 正规',
    bad: '没有 没 慢 错 错误 麻烦 不对 难 少 不给',
    badAlone:
      '没有发票 没发票 不给开发票 不开发票 发票没有 没开发票 发票开错 开错发票 发票抬头错 没给发票 无发票 发票呢 没有开发票 没见发票 发票也没有 发票都没有 没看到发票',
    goodPhrases: '有发票 带发票 开了发票 正规发票 发票齐全',
    generic: false,
  }),
  aspect('aftersales.price-protection', '售后/价保/价格保护', 'aftersales', department, {
    scene: '售后/价保',
    terms: '价保 保价 价格保护 差价',
    good: '快 方便 顺利 秒到',
    bad: '难 没有 不给 失败 拒绝 麻烦 不了 不支持 坑 套路',
    goodPhrases: '退了差价 退差价了 给退差价 补了差价 价保成功 给了差价 返了差价 支持价保',
    badPhrases:
      '不给价保 不退差价 不给退差价 没有价保 价保失败 不给补差价 不补差价 不能价保 不支持价保 拒绝退差价 不给差价 不保价 价保不了 申请不了价保',
    generic: false,
  }),
]
