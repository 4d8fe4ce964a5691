/** Listens on an address, admits connections within the limits, and stops without breaking what is under way. */
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { Connection } from './connection'
import { readConnectionFacts } from './connection-facts'
import type { ConnectionFacts } from './handler'
import { connectionsWithin, descriptorLimit } from './limits'
import type { ServerLimits } from './limits'
import { OverLimit } from './over-limit'
import { ServerSite } from './server-site'
import type { ServerParts } from './server-site'

/** Connections that the system completes before we accept them: a burst of clients must not meet refused ones. */
const BACKLOG = 1024

/** Finds clients that vanished without a word while nothing is being sent to them. */
const TCP_KEEP_ALIVE_MS = 60_000

export interface TcpServerOptions extends ServerParts {
  /** How many descriptors this process may have open; asked of the system when absent. */
  readonly descriptors?: number
}

export interface ListenAddress {
  readonly port: number
  /** A literal without brackets. */
  readonly address: string
}

export class TcpServer {
  readonly #site: ServerSite
  readonly #overLimit: OverLimit
  readonly #connections = new Map<number, Connection>()
  readonly #perClient = new Map<string, number>()
  readonly #descriptors: number | undefined
  /** How many connections the system allows; known when the server listens. */
  #mostConnections = Infinity
  #server: Server | undefined
  #closing: Promise<void> | undefined
  #onEmpty: (() => void) | undefined

  constructor(options: TcpServerOptions) {
    this.#descriptors = options.descriptors
    this.#site = new ServerSite(options)
    this.#overLimit = new OverLimit(this.#site)
  }

  /** Connections that are open, those that are only being closed included. */
  get connectionCount(): number {
    return this.#connections.size
  }

  get limits(): ServerLimits {
    return this.#site.limits
  }

  /** Changes the limits from now on; connections beyond a lower limit are not broken off. */
  changeLimits(limits: Partial<ServerLimits>): void {
    this.#site.changeLimits(limits)
  }

  /**
   * Starts to listen, and gives the address that it got.
   *
   * @param port 0 for any free one
   * @throws the system's error, with its code: EADDRINUSE, EACCES, EADDRNOTAVAIL
   */
  async listen({ port, host }: { readonly port: number; readonly host: string }): Promise<ListenAddress> {
    await this.#closing
    if (this.#server !== undefined) throw new Error('Cannot listen: the server listens already')
    this.#mostConnections = connectionsWithin(this.#descriptors ?? descriptorLimit())
    this.#overLimit.keepWithin(this.#mostConnections)
    const server = createServer({
      // A client that closes its half is still answered; closing ours is up to us (RFC 9112 §9.6).
      allowHalfOpen: true,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: TCP_KEEP_ALIVE_MS,
    })
    server.on('connection', (socket) => {
      this.#accept(socket)
    })
    this.#server = server
    try {
      return await bind(server, { port, host })
    } catch (error) {
      this.#server = undefined
      throw error
    } finally {
      // An accept that fails, for want of descriptors above all, costs that client its connection and nothing else.
      server.on('error', this.#site.onUnexpected)
    }
  }

  /**
   * Stops: the port is free at once, idle connections are closed, running exchanges may go on for the grace period and
   * are then cut off. Settles when the last connection is closed; `listen` may then be called again. Called again
   * meanwhile, it can only shorten the grace.
   */
  close({ graceMs }: { readonly graceMs: number }): Promise<void> {
    this.#closing ??= this.#stop().finally(() => {
      this.#closing = undefined
      this.#site.isStopping = false
    })
    const cutOff = setTimeout(() => {
      for (const connection of this.#connections.values()) connection.cut('server-stopped')
    }, graceMs)
    return this.#closing.finally(() => {
      clearTimeout(cutOff)
    })
  }

  /** Breaks off a connection because the user said so; gives whether there was one. */
  disconnect(connectionId: number): boolean {
    const connection = this.#connections.get(connectionId)
    connection?.cut('user-disconnected')
    return connection !== undefined
  }

  async #stop(): Promise<void> {
    this.#site.isStopping = true
    this.#server?.close()
    this.#server = undefined
    this.#overLimit.drop()
    for (const connection of this.#connections.values()) connection.stop()
    await this.#empty()
  }

  #empty(): Promise<void> {
    if (this.#connections.size === 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.#onEmpty = resolve
    })
  }

  #accept(socket: Socket): void {
    const facts = readConnectionFacts(socket, this.#site.ids.nextConnection())
    if (facts === undefined || this.#site.isStopping) {
      socket.on('error', () => undefined)
      socket.destroy()
      return
    }
    this.#site.emit({ type: 'connection-opened', connection: facts, at: this.#site.clock.now() })
    if (this.#isOverLimit(facts.remoteAddress)) this.#overLimit.turnAway(socket, facts)
    else this.#admit(socket, facts)
  }

  #isOverLimit(address: string): boolean {
    const { maxConnections, maxConnectionsPerClient } = this.#site.limits
    if (this.#connections.size >= Math.min(maxConnections, this.#mostConnections)) return true
    return (this.#perClient.get(address) ?? 0) >= maxConnectionsPerClient
  }

  #admit(socket: Socket, facts: ConnectionFacts): void {
    const { connectionId, remoteAddress } = facts
    this.#perClient.set(remoteAddress, (this.#perClient.get(remoteAddress) ?? 0) + 1)
    // Before the connection listens itself, so that it is forgotten when it tells that it has closed.
    socket.once('close', () => {
      this.#forget(connectionId, remoteAddress)
    })
    this.#connections.set(connectionId, new Connection(socket, facts, this.#site))
  }

  #forget(connectionId: number, remoteAddress: string): void {
    this.#connections.delete(connectionId)
    const others = (this.#perClient.get(remoteAddress) ?? 1) - 1
    if (others === 0) this.#perClient.delete(remoteAddress)
    else this.#perClient.set(remoteAddress, others)
    if (this.#connections.size === 0) this.#onEmpty?.()
  }
}

function bind(server: Server, where: { readonly port: number; readonly host: string }): Promise<ListenAddress> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ ...where, backlog: BACKLOG }, () => {
      server.off('error', reject)
      const { port, address } = server.address() as AddressInfo
      resolve({ port, address })
    })
  })
}
