import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBankCard, isIdCard } from './checksums.ts'
import { maskPii } from './mask.ts'

/** Numbers are made up; the ID cards carry a right check digit for an invented person. */
const cases: [name: string, text: string, masked: string, kinds: string[]][] = [
  ['mobile', '我手机13800138000打这个', '我手机138****8000打这个', ['phone']],
  ['mobile with spaces', '电话 138 0013 8000 谢谢', '电话 138****8000 谢谢', ['phone']],
  ['mobile with dashes', '138-0013-8000', '138****8000', ['phone']],
  ['mobile spaced out', '1 3 8 0 0 1 3 8 0 0 0', '138****8000', ['phone']],
  ['mobile in full-width digits', '请打１３８００１３８０００', '请打138****8000', ['phone']],
  ['mobile in Chinese digits', '一三八零零一三八零零零', '138****8000', ['phone']],
  ['country code', '+8613800138000', '+138****8000', ['phone']],
  ['two mobiles', '13800138000 13900139000', '138****8000 139****9000', ['phone', 'phone']],
  ['mobile after 订单 word with 电话 between', '订单电话13800138000', '订单电话138****8000', ['phone']],
  ['landline', '座机010-62345678', '座机010-****78', ['phone']],
  ['landline of a small city', '0755-86754321', '0755-****21', ['phone']],
  ['service line', '打400-820-8820', '打4008-****20', ['phone']],
  ['ID card', '身份证110105199003071239哦', '身份证[身份证号]哦', ['idCard']],
  ['ID card, old form', '身份证110105900307123', '身份证[身份证号]', ['idCard']],
  ['bank card', '卡号6222021234567890128到账', '卡号[银行卡*0128]到账', ['bankCard']],
  ['bank card in groups', '6222 0212 3456 7890 128', '[银行卡*0128]', ['bankCard']],
  ['e-mail', '发票发li.lei@example.com.cn吧', '发票发[邮箱]吧', ['email']],
  ['address', '寄到浙江省杭州市西湖区文三路88号3栋2单元501室', '寄到[地址]', ['address']],
  ['address without 省', '上海浦东新区张杨路500号', '[地址]', ['address']],
  ['address of a community', '地址：阳光花园3栋502', '地址：[地址]', ['address']],
  ['address in full-width digits', '文三路８８号', '[地址]', ['address']],
  ['address of a village', '河北省保定市清苑区白团乡李家村', '[地址]', ['address']],
  ['building, unit, room', '放在3栋2单元门口', '放在[地址]门口', ['address']],
  [
    'address right behind a mobile',
    '张三13800138000文三路88号',
    '张三138****8000[地址]',
    ['phone', 'address'],
  ],
  ['region is no address', '发上海吗', '发上海吗', []],
  ['province and city is no address', '广东省深圳市多久到', '广东省深圳市多久到', []],
  ['road alone is no address', '走哪条路过来', '走哪条路过来', []],
  ['number alone is no address', '我要3号色', '我要3号色', []],
  ['shade and size', '买了2号色和5号色各一支', '买了2号色和5号色各一支', []],
  ['order number', '订单号：2190345678901234567', '订单号：[订单*4567]', ['orderNumber']],
  ['order number of eleven digits', '咨询订单号:38012345671', '咨询订单号:[订单*5671]', ['orderNumber']],
  ['order number that starts like a mobile', '订单号13800138000', '订单号[订单*8000]', ['orderNumber']],
  ['order number with a dash', '240101-123456789012345有货吗', '[订单*2345]有货吗', ['orderNumber']],
  ['parcel number', '快递单号773012345678', '快递单号[订单*5678]', ['orderNumber']],
  ['price and size', '价格12999元，尺寸3000x2000', '价格12999元，尺寸3000x2000', []],
  ['date', '2024-01-15 12:30:00下的单', '2024-01-15 12:30:00下的单', []],
  ['product id', '商品ID:100008348542', '商品ID:100008348542', []],
  [
    'placeholder of a source',
    '电话[电话x] 地址[地址x] [ORDERID_10031770]',
    '电话[电话x] 地址[地址x] [ORDERID_10031770]',
    [],
  ],
]

describe('maskPii', () => {
  test.each(cases)('%s', (_name, text, masked, kinds) => {
    const result = maskPii(text)
    expect(result.text).toBe(masked)
    expect(result.spans.map((span) => span.kind)).toEqual(kinds)
  })

  test('spans point at the masks in the masked text', () => {
    const { text, spans } = maskPii('我叫李雷，13800138000，文三路88号3栋')
    expect(spans.map((span) => text.slice(span.start, span.end))).toEqual(['138****8000', '[地址]'])
  })

  test('order numbers come back for linking, personal numbers do not', () => {
    expect(maskPii('订单2190345678901234567和13800138000').orderIds).toEqual(['2190345678901234567'])
    expect(maskPii('拼多多240101-123456789012345').orderIds).toEqual(['240101-123456789012345'])
  })

  test('checks digits of cards', () => {
    expect(isIdCard('110105199003071239')).toBe(true)
    expect(isIdCard('110105199003071231')).toBe(false)
    expect(isBankCard('6222021234567890128')).toBe(true)
    expect(isBankCard('6222021234567890129')).toBe(false)
  })
})

const mobile = fc
  .tuple(fc.constantFrom('13', '15', '17', '18', '19'), fc.stringMatching(/^\d{9}$/))
  .map(([head, tail]) => head + tail)
const filler = fc.stringMatching(/^[一-龥，。！ a-z]{0,12}$/)
const written = fc
  .tuple(mobile, fc.constantFrom('', ' ', '-'))
  .map(([digits, gap]) => [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(gap))

describe('maskPii on any text', () => {
  test('no mobile number survives', () => {
    fc.assert(
      fc.property(filler, written, filler, (before, phone, after) => {
        const { text } = maskPii(`${before}，${phone}，${after}`)
        return !/(?<!\d)1[3-9]\d{9}(?!\d)/.test(text.replace(/[ -]/g, ''))
      }),
    )
  })

  test('text outside the spans stays and masking twice changes nothing', () => {
    const piece = fc.oneof(
      filler,
      written,
      fc.stringMatching(/^\d{1,22}$/),
      fc.constantFrom(
        '文三路88号',
        '3栋2单元',
        '订单号',
        '@qq.com',
        'a@b.cn',
        '省',
        '市',
        '１３８００１３８０００',
        '[地址]',
        '010-',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const original = pieces.join('')
        const { text, spans } = maskPii(original)
        expect(maskPii(text)).toMatchObject({ text, spans: [] })
        let rest = original
        let position = 0
        for (const span of spans) {
          const kept = text.slice(position, span.start)
          expect(rest.startsWith(kept) || rest.includes(kept)).toBe(true)
          rest = rest.slice(rest.indexOf(kept) + kept.length)
          position = span.end
        }
        expect(rest.endsWith(text.slice(position))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
