import { describe, expect, it } from 'vitest'
import { changedSince, type WorkspaceState } from './workspace-state.ts'

const state = (change: Partial<WorkspaceState['imports'][number]> = {}, waiting = 0): WorkspaceState => ({
  imports: [{ id: 'a', state: 'running', read: 10, analysed: 0, kind: 'chats', ...change }],
  waiting,
  lagSeconds: waiting,
})

describe('changedSince', () => {
  it('tells a new reader the lag', () => {
    expect(changedSince(null, state({}, 3))).toEqual([{ type: 'analysis.lag', waiting: 3, lagSeconds: 3 }])
  })

  it('is silent when nothing happened', () => {
    expect(changedSince(state(), state())).toEqual([])
  })

  it('reports progress while a file is read', () => {
    expect(changedSince(state(), state({ read: 20 }))).toEqual([{ type: 'import.progress', importId: 'a' }])
  })

  it('reports changed data when analysis moves on or work is done', () => {
    expect(changedSince(state(), state({ analysed: 1 }))).toContainEqual({
      type: 'data.changed',
      kinds: ['chats'],
    })
    expect(changedSince(state({}, 2), state({}, 1))).toEqual([
      { type: 'data.changed', kinds: [] },
      { type: 'analysis.lag', waiting: 1, lagSeconds: 1 },
    ])
  })

  it('reports an import that appears', () => {
    expect(changedSince({ ...state(), imports: [] }, state())).toContainEqual({
      type: 'import.progress',
      importId: 'a',
    })
  })
})
