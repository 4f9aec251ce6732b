import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTranslations } from '#i18n/setup.ts'
import { MetricTile } from './metric-tile.tsx'

let root: Root
let host: HTMLElement

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  await startTranslations()
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
})
afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
  vi.unstubAllGlobals()
})

describe('MetricTile', () => {
  it('tells value, sample and change with the value before', async () => {
    const delta = { text: '+1.2%', tone: 'bad' as const, previous: '10.5%' }
    await act(async () =>
      root.render(<MetricTile label="负面会话占比" value="11.7%" n="3,459" delta={delta} />),
    )
    expect(host.textContent).toContain('负面会话占比11.7%+1.2% 上期 10.5%n = 3,459')
  })

  it('is a button only when there is something to open', async () => {
    await act(async () => root.render(<MetricTile label="CSAT" value="–" />))
    expect(host.querySelector('button')).toBeNull()
    const open = vi.fn<() => void>()
    await act(async () => root.render(<MetricTile label="CSAT" value="80.0%" onOpen={open} />))
    await act(async () => host.querySelector('button')?.click())
    expect(open).toHaveBeenCalledOnce()
  })
})
