import { createRoot, type Root } from 'react-dom/client'
import { act } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startTranslations } from '#i18n/setup.ts'
import { DataTable, movedRow, type DataColumn } from './data-table.tsx'

interface Shop {
  name: string
  inquiries: number
}
const shops: Shop[] = [
  { name: '甲店', inquiries: 20 },
  { name: '乙店', inquiries: 300 },
  { name: '丙店', inquiries: 7 },
]
const columns: DataColumn<Shop>[] = [
  { id: 'name', title: '店铺', width: 'grow', render: (row) => row.name, sortValue: (row) => row.name },
  {
    id: 'inquiries',
    title: '咨询量',
    width: 100,
    numeric: true,
    render: (row) => row.inquiries,
    sortValue: (row) => row.inquiries,
  },
]

let root: Root
let host: HTMLElement

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // Nothing is laid out here; the virtual list needs a height to know what is in view.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400)
  await startTranslations()
  host = document.body.appendChild(document.createElement('div'))
  root = createRoot(host)
})
afterEach(async () => {
  await act(async () => root.unmount())
  host.remove()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const rowKey = (shop: Shop) => shop.name
const shown = () =>
  [...host.querySelectorAll('[data-index]')].map((row) => row.firstElementChild?.textContent)

async function draw(onOpen?: (shop: Shop) => void) {
  const open = onOpen ? { onOpen } : {}
  await act(async () =>
    root.render(<DataTable label="店铺" columns={columns} rows={shops} rowKey={rowKey} {...open} />),
  )
}

describe('DataTable', () => {
  it('has table roles and the number of rows', async () => {
    await draw()
    expect(host.querySelector('[role="table"]')?.getAttribute('aria-rowcount')).toBe('4')
    expect(shown()).toEqual(['甲店', '乙店', '丙店'])
  })

  it('sorts figures from the top, then turns round, and says so', async () => {
    await draw()
    const head = host.querySelectorAll<HTMLElement>('[role="columnheader"]')[1]
    await act(async () => head?.querySelector('button')?.click())
    expect(shown()).toEqual(['乙店', '甲店', '丙店'])
    expect(head?.getAttribute('aria-sort')).toBe('descending')
    await act(async () => head?.querySelector('button')?.click())
    expect(shown()).toEqual(['丙店', '甲店', '乙店'])
  })

  it('opens a row by click and by Enter', async () => {
    const open = vi.fn<(shop: Shop) => void>()
    await draw(open)
    const row = host.querySelector<HTMLElement>('[data-index="1"]')
    await act(async () => row?.click())
    await act(async () => row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true })))
    expect(open.mock.calls.map(([shop]) => shop.name)).toEqual(['乙店', '乙店'])
  })
})

describe('movedRow', () => {
  it.each([
    ['ArrowDown', 1, 2],
    ['j', 2, 2],
    ['k', 0, 0],
    ['End', 0, 2],
    ['PageUp', 2, 0],
    ['x', 0, null],
  ])('%s from row %s', (key, from, to) => {
    expect(movedRow(key, from, 3)).toBe(to)
  })
})
