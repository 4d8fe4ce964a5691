import { describe, expect, it } from 'vitest'
import type { ClientView } from '../../../preload/views'
import { Clients } from '../../../renderer/state/clients.svelte'
import { clients as some } from '../harness/scenes'

function clientsOf(...all: Partial<ClientView>[]): readonly ClientView[] {
  const [model] = some
  if (model === undefined) throw new Error('Cannot make clients: there is no model')
  return all.map((each) => ({ ...model, ...each }))
}

describe('Clients', () => {
  it('puts those who download first, then who is connected, then who left last', () => {
    const clients = new Clients()
    clients.replace(
      clientsOf(
        { id: 1, state: 'gone', lastSeenAt: 10 },
        { id: 2, state: 'gone', lastSeenAt: 20 },
        { id: 3, state: 'idle' },
        { id: 5, state: 'active' },
        { id: 4, state: 'active' },
      ),
    )
    expect(clients.inOrder.map(({ id }) => id)).toEqual([4, 5, 3, 2, 1])
    expect(clients.present).toBe(3)
  })

  it('takes in changes and lets go of who left memory', () => {
    const clients = new Clients()
    clients.replace(clientsOf({ id: 1, state: 'active' }, { id: 2 }))
    clients.apply(clientsOf({ id: 1, state: 'gone' }), [2])
    expect([...clients.byId.values()].map(({ id, state }) => [id, state])).toEqual([[1, 'gone']])
  })

  it('keeps the same map when nothing changes', () => {
    const clients = new Clients()
    const before = clients.byId
    clients.apply([])
    expect(clients.byId).toBe(before)
  })
})
