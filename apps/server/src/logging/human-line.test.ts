import { describe, expect, it } from 'vitest'
import { humanLine } from './human-line.ts'

describe('humanLine', () => {
  it('is one line with level, message and details', () => {
    const line = humanLine(JSON.stringify({ level: 40, time: 0, msg: 'slow', ms: 12, shop: '旗舰店' }))
    expect(line).toMatch(/^\d\d:\d\d:\d\d WARN {2}slow ms=12 shop=旗舰店\n$/)
  })

  it('keeps the stack of an error', () => {
    const line = humanLine(
      JSON.stringify({ level: 50, time: 0, msg: 'broke', err: { stack: 'Error: x\n at y' } }),
    )
    expect(line).toContain('Error: x\n at y')
  })
})
