import type { ClientView } from '../../preload/views'

const RANK: { readonly [S in ClientView['state']]: number } = { active: 0, idle: 1, gone: 2 }

/** Who has been here, by id. */
export class Clients {
  byId = $state.raw<ReadonlyMap<number, ClientView>>(new Map())

  /** Those who download first, then who is connected, then who left last; among equals in the order they came. */
  readonly inOrder: readonly ClientView[] = $derived([...this.byId.values()].sort(compare))
  /** How many are connected now. */
  readonly present: number = $derived(this.inOrder.filter(({ state }) => state !== 'gone').length)

  replace(clients: readonly ClientView[]): void {
    this.byId = new Map(clients.map((client) => [client.id, client]))
  }

  /** Takes in the clients that are new or changed, and lets go of those that have left memory. */
  apply(clients: readonly ClientView[], removed: readonly number[] = []): void {
    if (clients.length + removed.length === 0) return
    const byId = new Map(this.byId)
    for (const client of clients) byId.set(client.id, client)
    for (const id of removed) byId.delete(id)
    this.byId = byId
  }
}

function compare(one: ClientView, other: ClientView): number {
  if (one.state !== other.state) return RANK[one.state] - RANK[other.state]
  return one.state === 'gone' ? other.lastSeenAt - one.lastSeenAt : one.id - other.id
}
