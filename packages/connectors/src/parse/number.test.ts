import { describe, expect, it } from 'vitest'
import { parseBoolean } from './boolean.ts'
import { cleanCell, isBlank } from './blank.ts'
import { looksLikeDuration, parseDuration } from './duration.ts'
import { parseMoney, parseNumber, parsePercent, parseScore } from './number.ts'

describe('numbers', () => {
  it.each<[string, number | null]>([
    ['1,234.50', 1234.5],
    ['１２３', 123],
    ['-3', -3],
    ['(3.5)', -3.5],
    ['1.2万', 12_000],
    ['1e3', 1000],
    ['1,23', null],
    ['abc', null],
    ['', null],
    ['12-3', null],
  ])('%s', (text, expected) => expect(parseNumber(text)).toBe(expected))

  it.each<[string, number | null]>([
    ['97.3%', 0.973],
    ['97.3％', 0.973],
    ['3‰', 0.003],
    ['100 %', 1],
    ['97.3', null],
  ])('share %s', (text, expected) => expect(parsePercent(text)).toBe(expected))

  it.each<[string, 'yuan' | 'fen', number | null]>([
    ['￥1,234.50', 'yuan', 1234.5],
    ['¥19.9', 'yuan', 19.9],
    ['19.9元', 'yuan', 19.9],
    ['1990', 'fen', 19.9],
    ['1990分', 'yuan', 19.9],
    ['￥19.90', 'fen', 19.9],
    ['CNY 5', 'yuan', 5],
    ['1.5万元', 'yuan', 15_000],
    ['免费', 'yuan', null],
  ])('money %s in %s', (text, unit, expected) => expect(parseMoney(text, unit)).toBe(expected))

  it.each<[string, number | null]>([
    ['5', 5],
    ['4.5分', 4.5],
    ['3星', 3],
    ['★★★★☆', 4],
    ['9/10', 9],
    ['好', null],
  ])('score %s', (text, expected) => expect(parseScore(text)).toBe(expected))
})

describe('durations in seconds', () => {
  it.each<[string, number | null]>([
    ['1小时2分3秒', 3723],
    ['2分30秒', 150],
    ['1天2小时', 93_600],
    ['00:02:30', 150],
    ['02:30', 150],
    ['150', 150],
    ['2.5分钟', 150],
    [`2'30"`, 150],
    ['1h2m3s', 3723],
    ['1500ms', 1.5],
    ['2分30', null],
    ['很久', null],
    ['', null],
  ])('%s', (text, expected) => expect(parseDuration(text)).toBe(expected))

  it('only texts with units or colons look like one', () => {
    expect(['2分30秒', '00:02:30', '45秒'].map(looksLikeDuration)).toEqual([true, true, true])
    expect(['150', '2分之一', '好评'].map(looksLikeDuration)).toEqual([false, false, false])
  })
})

describe('cells', () => {
  it.each(['', '-', '--', '无', 'NULL', 'null', '\\N', 'N/A', ' — '])('%s is blank', (text) =>
    expect(isBlank(text)).toBe(true),
  )
  it.each(['0', '无线耳机', '-1', 'x'])('%s is a value', (text) => expect(isBlank(text)).toBe(false))

  it.each([
    ['="2610001112223334445"', '2610001112223334445'],
    [`'2610001112223334445`, '2610001112223334445'],
    ['6930001112223334445\t', '6930001112223334445'],
    ['\u200b内容 ', '内容'],
    [`'好的'`, `'好的'`],
  ])('%s is unwrapped', (text, expected) => expect(cleanCell(text)).toBe(expected))

  it('reads yes and no', () => {
    expect(['是', 'TRUE', '1', '√', '否', 'false', '0', '也许'].map(parseBoolean)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
      null,
    ])
  })
})
