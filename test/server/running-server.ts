import { setTimeout as sleep } from 'node:timers/promises'
import type { ResponseContent, ResponsePlan } from '../../main/http/response-plan'
import type { ServerEvent } from '../../main/server/events'
import type { Handler } from '../../main/server/handler'
import { TcpServer } from '../../main/server/tcp-server'
import type { TcpServerOptions } from '../../main/server/tcp-server'
import { RawClient } from '../support/raw-client'

/** A server on a free port of the loopback, with everything it tells. */
export class RunningServer {
  readonly server: TcpServer
  readonly events: ServerEvent[] = []
  readonly unexpected: unknown[] = []
  readonly #clients: RawClient[] = []
  port = 0

  private constructor(handler: Handler, options: Partial<TcpServerOptions>) {
    this.server = new TcpServer({
      handler,
      onEvent: (event) => this.events.push(event),
      faultPage: ({ status, reason = '' }) => ({
        fields: [['Content-Type', 'text/plain']],
        bytes: Buffer.from(`${String(status)} ${reason}\n`),
      }),
      onUnexpected: (error) => this.unexpected.push(error),
      ...options,
    })
  }

  static async start(handler: Handler, options: Partial<TcpServerOptions> = {}): Promise<RunningServer> {
    const running = new RunningServer(handler, options)
    const { port } = await running.server.listen({ port: 0, host: '127.0.0.1' })
    running.port = port
    return running
  }

  async connect(options?: { readonly localAddress?: string }): Promise<RawClient> {
    const client = await RawClient.connect(this.port, options)
    this.#clients.push(client)
    return client
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#clients) client.close()
    await this.server.close({ graceMs: 0 })
  }

  /** What happened, one line for each event; those that come or not as the machine is quick are left out. */
  get story(): string[] {
    return this.events.flatMap(line)
  }

  /** Waits until every connection has closed and told so. */
  async untilQuiet(): Promise<void> {
    await this.until(() => this.server.connectionCount === 0)
  }

  async until(isTrue: () => boolean, withinMs = 10_000): Promise<void> {
    const end = Date.now() + withinMs
    while (!isTrue()) {
      if (Date.now() > end) throw new Error(`Waited in vain; so far:\n${this.story.join('\n')}`)
      await sleep(5)
    }
  }

  /** The events of one kind. */
  eventsOf<T extends ServerEvent['type']>(type: T): Extract<ServerEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<ServerEvent, { type: T }> => event.type === type)
  }
}

function line(event: ServerEvent): string | [] {
  switch (event.type) {
    case 'response-progress':
    case 'request-begun':
    case 'connection-half-closed':
      return []
    case 'connection-opened':
      return `${String(event.connection.connectionId)} opened`
    case 'connection-closed':
      return `${String(event.connectionId)} closed: ${event.cause}, exchanges ${String(event.exchanges)}`
    case 'request-received':
      return `#${String(event.exchangeId)} received: ${event.head.method} ${event.head.target}`
    case 'request-rejected':
      return `#${String(event.exchangeId)} rejected: ${event.code} at ${String(event.offset)} of ${String(event.bytes.length)}`
    case 'response-started':
      return `#${String(event.exchangeId)} started: ${String(event.status)}, length ${String(event.contentLength)}`
    case 'response-finished':
      return `#${String(event.exchangeId)} finished: ${String(event.status)}, sent ${String(event.sentBytes)}, received ${String(event.receivedBytes)}`
    case 'exchange-aborted':
      return `#${String(event.exchangeId)} aborted: ${event.cause}, sent ${String(event.sentBytes)}, received ${String(event.receivedBytes)}`
  }
}

export function answer(content: ResponseContent, more: Partial<ResponsePlan> = {}): ResponsePlan {
  return { status: 200, fields: [], content, ...more }
}

export function text(words: string, more: Partial<ResponsePlan> = {}): ResponsePlan {
  return answer({ kind: 'bytes', bytes: Buffer.from(words, 'latin1') }, more)
}

/** Answers every request with its target. */
export const echoTarget: Handler = async ({ head }) => text(head.target)

/** A request with a Host field, ready to be sent. */
export function request(requestLine: string, ...fieldLines: readonly string[]): string {
  return [`${requestLine} HTTP/1.1`, 'Host: localhost', ...fieldLines, '', ''].join('\r\n')
}

export interface FakeFile {
  readonly plan: ResponsePlan
  closed: number
  /** Octets that were asked for. */
  readBytes: number
}

/** A file of `size` announced octets whose octet at `position` is `position % 251`, and which ends at `endsAt`. */
export function fakeFile(size: number, { endsAt = size, fail }: { endsAt?: number; fail?: Error } = {}): FakeFile {
  const file: FakeFile = {
    closed: 0,
    readBytes: 0,
    plan: answer({
      kind: 'parts',
      length: size,
      parts: size === 0 ? [] : [{ kind: 'range', range: { first: 0, last: size - 1 } }],
      source: {
        async read(target, position) {
          const read = Math.max(0, Math.min(target.length, endsAt - position))
          if (read === 0 && fail !== undefined) throw fail
          fillPattern(target.subarray(0, read), position)
          file.readBytes += read
          return read
        },
        async close() {
          file.closed += 1
        },
      },
    }),
  }
  return file
}

export function pattern(first: number, last: number): Buffer {
  return fillPattern(Buffer.alloc(last - first + 1), first)
}

const ROUND = Buffer.from(Uint8Array.from({ length: 251 * 4096 }, (_, at) => at % 251))

function fillPattern<T extends Uint8Array>(target: T, position: number): T {
  for (let at = 0; at < target.length;) {
    const from = (position + at) % 251
    const piece = ROUND.subarray(from, from + target.length - at)
    target.set(piece, at)
    at += piece.length
  }
  return target
}

/** A promise that is kept when a test says so. */
export function gate<T = void>(): { readonly passed: Promise<T>; readonly open: (value: T) => void } {
  let open: (value: T) => void = () => undefined
  const passed = new Promise<T>((resolve) => {
    open = resolve
  })
  return { passed, open }
}
