/** Whether we are on the network, on which port, and what our addresses are. */
import type { Answer, ServingOptions } from '../../preload/contract'
import type { Settings } from '../../preload/settings'
import type { Fault, ServingView } from '../../preload/views'
import type { ServerLimits } from '../server/limits'
import { listAddresses, ownAddresses } from './addresses'
import type { Listening, NetworkInterfaces } from './addresses'

/** Running transfers get so long to end after the port is let go (security.md, "stop, restart"). */
export const STOP_GRACE_MS = 5000

/** How often the network interfaces are looked at. */
export const NETWORK_INTERVAL_MS = 3000

/** How many ports after a taken one are tried before the system chooses. */
const MOST_ATTEMPTS = 20

/** What listens; `TcpServer` in the product. */
export interface Listener {
  /** Gives the port, which the system has chosen when 0 was asked for. */
  listen(at: { readonly port: number; readonly host: string }): Promise<{ readonly port: number }>
  /** Lets go of the port at once, and resolves when the running transfers have ended or were ended. */
  close(options: { readonly graceMs: number }): Promise<void>
  /** Changes what clients may cost from now on; nobody who is connected is sent away. */
  changeLimits(limits: Partial<ServerLimits>): void
  /** Breaks off a connection because the user said so; gives whether there was one. */
  disconnect(connectionId: number): boolean
}

export interface ServingParts {
  readonly createListener: () => Listener
  readonly settings: () => Settings
  readonly interfaces: () => NetworkInterfaces
  readonly onChange: () => void
  /** What to listen on instead of what the reach says: an address literal or `localhost`. */
  readonly host?: string
}

interface Bound {
  readonly listener: Listener
  readonly host: string
  readonly port: number
}

type Attempt = Bound | { readonly code: string }

export class Serving {
  readonly #parts: ServingParts
  #bound: Bound | null = null
  #view: ServingView
  #ownAddresses: ReadonlySet<string>
  #networkTimer: NodeJS.Timeout | undefined
  /** Starting and stopping one after another: each begins when the one before has ended. */
  #turn: Promise<unknown> = Promise.resolve()
  readonly #closing = new Set<Promise<void>>()
  /** Those that have connections: the one that listens, and those whose last transfers are ending. */
  readonly #listeners = new Set<Listener>()

  constructor(parts: ServingParts) {
    this.#parts = parts
    this.#ownAddresses = ownAddresses(parts.interfaces())
    this.#view = { state: 'stopped', port: null, reach: parts.settings().reach, addresses: [], fault: null }
  }

  get view(): ServingView {
    // Until it serves, the reach is only what the settings say.
    return this.#bound === null ? { ...this.#view, reach: this.#parts.settings().reach } : this.#view
  }

  /** What we listen on; null while we do not. */
  get listening(): Listening | null {
    return this.#bound === null ? null : { host: this.#bound.host, port: this.#bound.port }
  }

  /** The addresses of this machine, as of the last look. */
  get ownAddresses(): ReadonlySet<string> {
    return this.#ownAddresses
  }

  /** Starts to listen. Serving already, it goes on; asked for another port, it moves there, or stays when it cannot. */
  start(options: ServingOptions): Promise<Answer<ServingView>> {
    return this.#inTurn(async () => {
      if (this.#bound !== null && (options.port === null || options.port === this.#bound.port)) {
        return { ok: true, value: this.#view }
      }
      return this.#listen(options)
    })
  }

  /** Lets go of the port and gives running transfers 5 s. Resolves when the last one has ended. */
  async stop(options: { readonly graceMs: number } = { graceMs: STOP_GRACE_MS }): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#bound === null && this.#view.state === 'stopped') return
      this.#letGo(options)
      this.#show({ state: this.#closing.size > 0 ? 'stopping' : 'stopped', port: null, addresses: [], fault: null })
    })
    await Promise.all(this.#closing)
    if (this.#view.state === 'stopping') this.#show({ state: 'stopped' })
  }

  /**
   * Listens anew where the settings say now, if it listens at all. Running transfers get their 5 s. On a port that
   * cannot be had it stays where it is.
   */
  async restart(options: ServingOptions): Promise<Answer<ServingView> | null> {
    return this.#inTurn(async () => {
      return this.#bound === null ? null : this.#listen(options)
    })
  }

  /** Changes what clients may cost where it serves now. What listens later is made with the limits of then. */
  changeLimits(limits: Partial<ServerLimits>): void {
    this.#bound?.listener.changeLimits(limits)
  }

  /** Breaks off a connection; gives whether there was one. Ids are those of the log, whatever listened then. */
  disconnect(connectionId: number): boolean {
    return [...this.#listeners].some((listener) => listener.disconnect(connectionId))
  }

  async #listen(options: ServingOptions): Promise<Answer<ServingView>> {
    const { reach, port: preferred } = this.#parts.settings()
    const port = options.port ?? preferred
    if (this.#bound?.port === port && this.#hosts().includes(this.#bound.host)) {
      this.#show({ fault: null })
      return { ok: true, value: this.#view }
    }
    // Two ports do not stand in each other's way: the old one is let go of once the new one is ours.
    const isMove = this.#bound !== null && port !== this.#bound.port
    if (!isMove) {
      this.#letGo()
      this.#show({ state: 'starting', port: null, reach, addresses: [], fault: null })
    }
    const attempt = await this.#bind(port, options)
    if ('code' in attempt) {
      const fault = await this.#faultFor(attempt.code, port)
      this.#show(isMove ? { fault } : { state: 'failed', fault })
      return { ok: false, fault }
    }
    this.#letGo()
    this.#adopt(attempt, reach)
    return { ok: true, value: this.#view }
  }

  #adopt(bound: Bound, reach: ServingView['reach']): void {
    this.#bound = bound
    this.#listeners.add(bound.listener)
    this.#networkTimer = setInterval(() => {
      this.#lookAtNetwork()
    }, NETWORK_INTERVAL_MS).unref()
    const interfaces = this.#parts.interfaces()
    this.#ownAddresses = ownAddresses(interfaces)
    const addresses = listAddresses(interfaces, bound)
    this.#show({ state: 'serving', port: bound.port, reach, addresses, fault: null })
  }

  async #bind(port: number, { orNextFree }: ServingOptions): Promise<Attempt> {
    const first = await this.#bindTo(port)
    if (!orNextFree || port === 0 || !('code' in first) || !isTaken(first.code)) return first
    for (let next = port + 1; next <= Math.min(65_535, port + MOST_ATTEMPTS); next += 1) {
      const attempt = await this.#bindTo(next)
      if (!('code' in attempt) || !isTaken(attempt.code)) return attempt
    }
    return this.#bindTo(0)
  }

  async #bindTo(port: number): Promise<Attempt> {
    const hosts = this.#hosts()
    let attempt: Attempt = { code: 'EADDRNOTAVAIL' }
    for (const host of hosts) {
      attempt = await this.#tryListening({ port, host })
      // Without IPv6 on the machine, all of IPv4 is all there is.
      if (!('code' in attempt) || (attempt.code !== 'EAFNOSUPPORT' && attempt.code !== 'EADDRNOTAVAIL')) break
    }
    return attempt
  }

  #hosts(): readonly string[] {
    if (this.#parts.host !== undefined) return [this.#parts.host]
    return this.#parts.settings().reach === 'this-computer' ? ['127.0.0.1'] : ['::', '0.0.0.0']
  }

  async #tryListening(at: { readonly port: number; readonly host: string }): Promise<Attempt> {
    const listener = this.#parts.createListener()
    try {
      const { port } = await listener.listen(at)
      return { listener, host: at.host, port }
    } catch (error) {
      if (error instanceof Error && 'code' in error && typeof error.code === 'string') return { code: error.code }
      throw error
    }
  }

  async #faultFor(code: string, port: number): Promise<Fault> {
    const about = String(port)
    if (code === 'EACCES' || code === 'EPERM') return { code: 'port-forbidden', about }
    if (code !== 'EADDRINUSE') return { code: 'host-unavailable', about: this.#hosts()[0] ?? '' }
    const free = await this.#bind(port, { port, orNextFree: true })
    if ('code' in free) return { code: 'port-in-use', about }
    await free.listener.close({ graceMs: 0 })
    return { code: 'port-in-use', about, alternative: free.port }
  }

  #letGo(options: { readonly graceMs: number } = { graceMs: STOP_GRACE_MS }): void {
    clearInterval(this.#networkTimer)
    const listener = this.#bound?.listener
    this.#bound = null
    if (listener === undefined) return
    const closing = listener.close(options).finally(() => {
      this.#closing.delete(closing)
      this.#listeners.delete(listener)
    })
    this.#closing.add(closing)
  }

  #lookAtNetwork(): void {
    if (this.#bound === null) return
    const interfaces = this.#parts.interfaces()
    this.#ownAddresses = ownAddresses(interfaces)
    const addresses = listAddresses(interfaces, this.#bound)
    if (JSON.stringify(addresses) !== JSON.stringify(this.#view.addresses)) this.#show({ addresses })
  }

  #show(change: Partial<ServingView>): void {
    this.#view = { ...this.#view, ...change }
    this.#parts.onChange()
  }

  #inTurn<T>(action: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(action)
    this.#turn = result.catch(() => undefined)
    return result
  }
}

/** Windows answers EACCES for ports that Hyper-V has reserved; another port may well be free. */
function isTaken(code: string): boolean {
  return code === 'EADDRINUSE' || code === 'EACCES'
}
