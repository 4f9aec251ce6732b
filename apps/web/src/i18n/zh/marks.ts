export const marks = {
  masked: '已脱敏：{{kind}}',
  maskKinds: {
    phone: '手机号',
    idCard: '身份证号',
    bankCard: '银行卡号',
    address: '地址',
    email: '邮箱',
    orderNumber: '订单号',
  },
  showOriginal: '查看原文',
  reveal: '打开原文',
  revealTitle: '查看脱敏前的原文',
  revealReason: '为什么需要看',
  revealAudited: '打开原文会写入审计日志：谁、什么时候、看了哪一条、为什么。',
} as const
