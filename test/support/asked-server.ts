/** A client of the built command that sends it exactly what a test says, and reads all that comes back. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { PortholeProcess } from './porthole-process'
import { RawClient } from './raw-client'
import type { RawResponse } from './raw-client'

/** Field lines to send: a name may come several times, and Host is added unless it is among them. */
export type Fields = Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[]

/** What came back on a connection until its end. */
export interface Conversation {
  readonly responses: readonly RawResponse[]
  readonly end: 'closed' | 'reset'
}

/** Whoever is neither answered nor let go for so long hangs. */
const PATIENCE_MS = 10_000

export class AskedServer {
  readonly porthole: PortholeProcess

  constructor(porthole: PortholeProcess) {
    this.porthole = porthole
  }

  async stop(): Promise<void> {
    await this.porthole.stop()
  }

  /** What Host says: `127.0.0.1:PORT`. */
  get host(): string {
    return `127.0.0.1:${String(this.porthole.port)}`
  }

  connect(): Promise<RawClient> {
    return RawClient.connect(this.porthole.port)
  }

  /** Writes a request without content, with Host. */
  request(method: string, target: string, fields: Fields = {}): string {
    const given = Symbol.iterator in fields ? fields : Object.entries(fields)
    const hasHost = given.some(([name]) => name.toLowerCase() === 'host')
    const lines = [...(hasHost ? [] : [['Host', this.host] as const]), ...given]
    return `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  }

  get(target: string, fields: Fields = {}): Promise<RawResponse> {
    return this.ask('GET', target, fields)
  }

  /** Asks once, on a connection of its own. */
  async ask(method: string, target: string, fields: Fields = {}): Promise<RawResponse> {
    const client = await this.connect()
    try {
      client.send(this.request(method, target, fields))
      return await within(PATIENCE_MS, client.readResponse(method))
    } finally {
      client.close()
    }
  }

  /** Sends octets on a connection of their own, and reads all that comes until the server ends it. */
  converse(...pieces: readonly (string | Uint8Array)[]): Promise<Conversation> {
    return this.speak((client) => void client.send(...pieces))
  }

  /** Lets `say` send what it wants on a connection of its own, and reads all that comes until the server ends it. */
  async speak(say: (client: RawClient) => Promise<void> | void): Promise<Conversation> {
    const client = await this.connect()
    try {
      await say(client)
      return await readConversation(client)
    } finally {
      client.close()
    }
  }
}

/** Reads every response until the server ends the connection; all are taken for answers to GET. */
export async function readConversation(client: RawClient): Promise<Conversation> {
  const end = await within(PATIENCE_MS, client.ended)
  const responses: RawResponse[] = []
  while (client.unread.length > 0) responses.push(await client.readResponse())
  return { responses, end }
}

/** Gives what the promise gives, or fails when that takes too long. */
export async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const patience = new AbortController()
  const giveUp = sleep(ms, undefined, { signal: patience.signal }).then(
    () => {
      throw new Error(`Waited ${String(ms)} ms in vain: neither answered nor let go`)
    },
    () => new Promise<never>(() => undefined),
  )
  try {
    return await Promise.race([promise, giveUp])
  } finally {
    patience.abort()
  }
}
