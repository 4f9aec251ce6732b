import { describe, expect, it } from 'vitest'
import { formatOf, numberText } from './format.ts'
import { columnIndex } from './sheet.ts'
import { decodeEntities, XmlScanner } from './xml.ts'

describe('number formats', () => {
  it.each([
    [14, undefined, 'date'],
    [22, undefined, 'date'],
    [46, undefined, 'elapsed'],
    [10, undefined, 'percent'],
    [0, 'General', 'plain'],
    [165, 'yyyy"年"m"月"d"日"', 'date'],
    [166, '[h]:mm:ss', 'elapsed'],
    [167, '0.00%', 'percent'],
    [168, '#,##0.00" 元"', 'plain'],
    [169, '[Red]#,##0', 'plain'],
    [170, '"day"0', 'plain'],
  ] as const)('%d %s is %s', (id, code, expected) => expect(formatOf(id, code)).toBe(expected))

  it.each([
    ['46024', 'date', false, '2026-01-02'],
    ['46024.627835648', 'date', false, '2026-01-02 15:04:05'],
    ['44562', 'date', true, '2026-01-02'],
    ['0.00173611111', 'date', false, '00:02:30'],
    ['1.5', 'elapsed', false, '36:00:00'],
    ['0.973', 'percent', false, '97.3%'],
    ['0.30000000000000004', 'plain', false, '0.3'],
    ['2.61000111222333E+18', 'plain', false, '2610001112223330000'],
    ['', 'plain', false, ''],
  ] as const)('%s as %s (1904: %s) reads %s', (raw, format, date1904, expected) => {
    expect(numberText(raw, format, date1904)).toBe(expected)
  })
})

describe('parts', () => {
  it('counts columns', () => {
    expect(['A1', 'Z9', 'AA10', 'XFD1'].map(columnIndex)).toEqual([0, 25, 26, 16_383])
  })

  it('decodes the five entities and numbers, nothing else', () => {
    expect(decodeEntities('&lt;a&gt; &amp;amp; &#20320;&#x597D; &nbsp; &#x110000;')).toBe(
      '<a> &amp; 你好 &nbsp; &#x110000;',
    )
  })

  it('scans tags and texts whatever the pieces', () => {
    const xml =
      '<?xml version="1.0"?><x:row r="1"><c r="A1" t="s"/><t xml:space="preserve">a &lt; b</t><![CDATA[<&>]]></x:row>'
    for (let size = 1; size < xml.length; size += 3) {
      const seen: string[] = []
      const scanner = new XmlScanner({
        open: (name, attributes) => seen.push(`<${name}${attributes.trim()}`),
        close: (name) => seen.push(`/${name}`),
        text: (text) => seen.push(text),
      })
      for (let at = 0; at < xml.length; at += size) scanner.push(xml.slice(at, at + size))
      expect(seen.join('|')).toBe('<rowr="1"|<cr="A1" t="s"|/c|<txml:space="preserve"|a < b|/t|<&>|/row')
    }
  })
})
