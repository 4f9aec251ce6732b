import { conversationFact } from '@kesheng/contracts/facts/conversation'
import { messageFact, messageLog } from '@kesheng/contracts/facts/message'
import { describe, expect, test } from 'vitest'
import { createRangeLock } from '../conversations/range-lock.ts'
import { MemoryFacts } from '../testing/memory-facts.ts'
import { MemoryImports, MemoryQueue } from '../testing/memory-imports.ts'
import { logRow, tenantId, workspaces } from '../testing/samples.ts'
import type { WorkspaceRepository } from '../workspace/ports.ts'
import { deleteDemo, deleteSource, type DeleteDataPorts } from './delete-data.ts'
import { removeForGood } from './take-back.ts'

function setUp(demo = true) {
  const facts = new MemoryFacts()
  const imports = new MemoryImports()
  const queue = new MemoryQueue()
  const lock = createRangeLock()
  const state = { demo }
  const ports: DeleteDataPorts = {
    facts,
    imports,
    queue,
    lock,
    workspaces: {
      tenant: async (id: string) => ({ ...(await workspaces.tenant(id)), demo: state.demo }),
      setDemo: (_id: string, next: boolean) => Promise.resolve(void (state.demo = next)),
    } as WorkspaceRepository,
  }
  const addSource = (id: string) =>
    imports.ensureSource(
      { id, tenantId, name: id, kind: 'chats', ownership: 'own', platform: '', owner: '' },
      0,
    )
  return { facts, imports, queue, lock, ports, state, addSource }
}

describe('deleting', () => {
  test('a source goes with its rows, others stay', async () => {
    const { facts, imports, ports, addSource } = setUp()
    await addSource('a')
    await addSource('b')
    await facts.insert(messageLog, [logRow({ sourceId: 'a' }), logRow({ sourceId: 'b' })], 'x')
    await deleteSource(ports, tenantId, 'a')
    expect(facts.rows(messageLog).map((row) => row.sourceId)).toEqual(['b'])
    expect(imports.sourceList.map((source) => source.id)).toEqual(['b'])
  })

  test('an analysis that runs meanwhile leaves nothing behind', async () => {
    const { facts, lock, ports } = setUp()
    const row = logRow({ sourceId: 'a' })
    await facts.insert(messageLog, [row], 'x')
    let finish: (() => void) | undefined
    const mayFinish = new Promise<void>((resolve) => (finish = resolve))
    const { tenantId: tenant, day } = row
    const analysis = lock.withLock({ tenantId: tenant, day, bucketFrom: 0, bucketTo: 15 }, async () => {
      await mayFinish
      await facts.insert(messageLog, [row], 'written back')
    })
    const removal = removeForGood(ports, { tenantId, sourceId: 'a' }, [day + 1])
    finish?.()
    await Promise.all([analysis, removal])
    expect(facts.rows(messageLog)).toEqual([])
  })

  test('a source of nobody is not found', async () => {
    await expect(deleteSource(setUp().ports, tenantId, 'a')).rejects.toMatchObject({ code: 'NotFound' })
  })

  test('the demo goes whole; other workspaces stay', async () => {
    const { facts, imports, ports, addSource, state } = setUp()
    await addSource('a')
    await facts.insert(messageLog, [logRow(), logRow({ tenantId: 'tenant-b' })], 'x')
    expect(await deleteDemo(ports, tenantId)).toBe(true)
    expect(facts.rows(messageLog).map((row) => row.tenantId)).toEqual(['tenant-b'])
    expect([...facts.rows(messageFact), ...facts.rows(conversationFact), ...imports.sourceList]).toEqual([])
    expect(state.demo).toBe(false)
  })

  test('real data is not taken for a demo', async () => {
    const { facts, ports } = setUp(false)
    await facts.insert(messageLog, [logRow()], 'x')
    expect(await deleteDemo(ports, tenantId)).toBe(false)
    expect(facts.rows(messageLog)).toHaveLength(1)
  })
})
