import { describe, expect, it } from 'vitest'
import { axisTooltip, durationStep } from './axes.ts'

describe('durationStep', () => {
  it.each([
    [5, 1],
    [60, 10],
    [200, 60],
    [3000, 600],
    [6 * 86_400, 86_400],
    [30 * 86_400, 5 * 86_400],
  ])('up to %s s ticks stand %s s apart', (maximum, step) => {
    expect(durationStep(maximum)).toBe(step)
  })
})

describe('axisTooltip', () => {
  it('writes each series in its unit and lets no name become markup', () => {
    const { formatter } = axisTooltip(['count', 'share'], 'zh')
    const entry = { marker: '•', axisValueLabel: '11/1' }
    const text = formatter([
      { ...entry, seriesName: '咨询量', seriesIndex: 0, value: 1234 },
      { ...entry, seriesName: '<b>占比', seriesIndex: 1, value: 0.5 },
    ])
    expect(text).toBe('11/1<br>• 咨询量 <b>1,234</b><br>• &lt;b&gt;占比 <b>50.0%</b>')
  })
})
