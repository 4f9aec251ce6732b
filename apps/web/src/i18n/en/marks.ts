import type { Translated } from '../translated.ts'
import type { marks as zh } from '../zh/marks.ts'

export const marks: Translated<typeof zh> = {
  masked: 'Masked: {{kind}}',
  maskKinds: {
    phone: 'phone number',
    idCard: 'ID card number',
    bankCard: 'bank card number',
    address: 'address',
    email: 'e-mail',
    orderNumber: 'order number',
  },
  showOriginal: 'Show original',
  reveal: 'Open the original',
  revealTitle: 'Original before masking',
  revealReason: 'Why you need it',
  revealAudited: 'Opening an original is written to the audit log: who, when, which one and why.',
}
