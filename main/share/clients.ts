import type { SavingsView } from '../../preload/savings'
import type { ClientView } from '../../preload/views'
import { describeAgent, UNKNOWN_AGENT } from './agent'
import type { Agent } from './agent'
import type { NameLookup } from './reverse-names'
import { secondCounter, SpanCounter } from './span-counter'

/** So many addresses are told apart; beyond it, those that left longest ago are forgotten. */
export const MOST_CLIENTS = 2000

/** Who has not been connected for so long is there for something new. */
const VISIT_ENDS_MS = 60_000

const SPARK = { spanMs: 2000, spans: 30 } as const

/** One remote address and what it did. Changed in place; `toView` makes the copy that others get. */
export class ClientRecord {
  readonly id: number
  readonly address: string
  readonly firstSeenAt: number
  name: string | null = null
  userAgent: string | undefined = undefined
  agent: Agent = UNKNOWN_AGENT
  connections = 0
  activeExchanges = 0
  exchanges = 0
  sentBytes = 0
  /** Replaced with each change; null while there has been none. */
  saved: SavingsView | null = null
  /** Counts up when it comes back after a while: then its files are counted anew. */
  visit = 1
  files = 0
  filesDone = 0
  lastSeenAt: number
  /** When bytes were last sent to it: long after, all its counters are empty. */
  movedAt = 0
  readonly rate = secondCounter()
  readonly spark = new SpanCounter(SPARK)

  constructor(beginning: { readonly id: number; readonly address: string; readonly at: number }) {
    this.id = beginning.id
    this.address = beginning.address
    this.firstSeenAt = beginning.at
    this.lastSeenAt = beginning.at
  }

  get state(): ClientView['state'] {
    if (this.activeExchanges > 0) return 'active'
    return this.connections > 0 ? 'idle' : 'gone'
  }

  beginVisit(): void {
    this.visit += 1
    this.files = 0
    this.filesDone = 0
  }

  toView(now: number): ClientView {
    return {
      id: this.id,
      address: this.address,
      name: this.name,
      device: this.agent.device,
      agent: this.agent.name,
      state: this.state,
      connections: this.connections,
      activeExchanges: this.activeExchanges,
      exchanges: this.exchanges,
      sentBytes: this.sentBytes,
      ...(this.saved !== null && { saved: this.saved }),
      bytesPerSecond: this.rate.ratePerSecond(now),
      files: this.files,
      filesDone: this.filesDone,
      spark: this.spark.read(now),
      firstSeenAt: this.firstSeenAt,
      lastSeenAt: this.lastSeenAt,
    }
  }
}

/** Who wants to know of clients. Called within the fold: must be quick and must not throw. */
export interface ClientWatcher {
  clientChanged(client: ClientRecord): void
  clientRemoved(client: ClientRecord): void
}

/** The clients that came by, one for each remote address. */
export class Clients {
  readonly #watcher: ClientWatcher
  readonly #lookUpName: NameLookup
  readonly #limit: number
  readonly #byAddress = new Map<string, ClientRecord>()
  readonly #byId = new Map<number, ClientRecord>()
  /** Those whose counters are not all empty: their figures change with time alone. */
  readonly #moving = new Set<ClientRecord>()
  #nextId = 1

  constructor(options: { readonly watcher: ClientWatcher; readonly lookUpName: NameLookup; readonly limit?: number }) {
    this.#watcher = options.watcher
    this.#lookUpName = options.lookUpName
    this.#limit = options.limit ?? MOST_CLIENTS
  }

  find(id: number): ClientRecord | undefined {
    return this.#byId.get(id)
  }

  /** Gives all clients, the one seen first first. */
  all(): ClientRecord[] {
    return [...this.#byId.values()]
  }

  connect(address: string, at: number): ClientRecord {
    const client = this.#byAddress.get(address) ?? this.#meet(address, at)
    if (client.connections === 0 && at - client.lastSeenAt > VISIT_ENDS_MS) client.beginVisit()
    client.connections += 1
    client.lastSeenAt = at
    this.#watcher.clientChanged(client)
    return client
  }

  disconnect(client: ClientRecord, at: number): void {
    client.connections -= 1
    client.lastSeenAt = at
    this.#watcher.clientChanged(client)
  }

  begin(client: ClientRecord, at: number): void {
    client.activeExchanges += 1
    client.exchanges += 1
    client.lastSeenAt = at
    this.#watcher.clientChanged(client)
  }

  /** @param userAgent of a request; one without it leaves what is known */
  recognise(client: ClientRecord, userAgent: string | undefined): void {
    if (userAgent === undefined || userAgent === client.userAgent) return
    client.userAgent = userAgent
    client.agent = describeAgent(userAgent)
    this.#watcher.clientChanged(client)
  }

  end(client: ClientRecord, at: number): void {
    client.activeExchanges -= 1
    client.lastSeenAt = at
    this.#watcher.clientChanged(client)
  }

  /** Counts octets that were sent to a client. */
  count(client: ClientRecord, at: number, octets: number): void {
    if (octets <= 0) return
    client.sentBytes += octets
    client.movedAt = at
    client.rate.add(at, octets)
    client.spark.add(at, octets)
    this.#moving.add(client)
    this.#watcher.clientChanged(client)
  }

  /** Tells of the clients whose rates and curves have changed with time. */
  tick(now: number): void {
    for (const client of this.#moving) {
      this.#watcher.clientChanged(client)
      if (now - client.movedAt > SPARK.spanMs * SPARK.spans) this.#moving.delete(client)
    }
  }

  #meet(address: string, at: number): ClientRecord {
    if (this.#byId.size >= this.#limit) this.#forgetOne()
    const client = new ClientRecord({ id: this.#nextId, address, at })
    this.#nextId += 1
    this.#byAddress.set(address, client)
    this.#byId.set(client.id, client)
    void this.#lookUpName(address).then((name) => {
      if (name === null) return
      client.name = name
      if (this.#byId.has(client.id)) this.#watcher.clientChanged(client)
    })
    return client
  }

  #forgetOne(): void {
    let oldest: ClientRecord | undefined
    for (const client of this.#byId.values()) {
      if (client.state === 'gone' && client.lastSeenAt < (oldest?.lastSeenAt ?? Infinity)) oldest = client
    }
    if (oldest === undefined) return
    this.#byId.delete(oldest.id)
    this.#byAddress.delete(oldest.address)
    this.#moving.delete(oldest)
    this.#watcher.clientRemoved(oldest)
  }
}
