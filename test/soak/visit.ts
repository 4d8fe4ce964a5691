/** One visitor in one act: what it may do, and what it makes sure of. */
import { within } from '../support/asked-server'
import { RawClient } from '../support/raw-client'
import type { RawResponse } from '../support/raw-client'
import type { Random } from '../fuzz/random'
import type { Ground } from './ground'
import { WrongOctetsError } from './tally'
import type { Tally } from './tally'

/** Longer than any limit of the server: who waits for so long has been forgotten. */
const PATIENCE_MS = 60_000

export interface Act {
  readonly name: string
  /** How often, beside the others. */
  readonly weight: number
  readonly perform: (visit: Visit) => Promise<void>
}

export interface VisitParts {
  readonly port: number
  readonly ground: Ground
  readonly random: Random
  readonly tally: Tally
  /** Of this act: never used twice in a run. */
  readonly index: number
}

export class Visit implements VisitParts {
  readonly port: number
  readonly ground: Ground
  readonly random: Random
  readonly tally: Tally
  readonly index: number
  readonly #clients: RawClient[] = []

  constructor({ port, ground, random, tally, index }: VisitParts) {
    this.port = port
    this.ground = ground
    this.random = random
    this.tally = tally
    this.index = index
  }

  async connect(): Promise<RawClient> {
    const client = await RawClient.connect(this.port)
    this.#clients.push(client)
    return client
  }

  /** Writes a request, and counts that the server will. */
  request(method: string, target: string, fields: Readonly<Record<string, string>> = {}): string {
    this.tally.exchanges += 1
    const lines = Object.entries({ Host: `127.0.0.1:${String(this.port)}`, ...fields })
    return `${method} ${target} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
  }

  /** Sends a request and waits for the answer. */
  ask(client: RawClient, method: string, target: string, fields?: Readonly<Record<string, string>>) {
    client.send(this.request(method, target, fields))
    return this.answer(client, method)
  }

  answer(client: RawClient, method = 'GET'): Promise<RawResponse> {
    return within(PATIENCE_MS, client.readResponse(method))
  }

  /** Waits until the server has ended the connection. */
  end(client: RawClient): Promise<'closed' | 'reset'> {
    return within(PATIENCE_MS, client.ended)
  }

  /** Makes sure of the status, and that nothing is missing. */
  expectStatus(answer: RawResponse, ...expected: readonly number[]): void {
    if (!expected.includes(answer.status)) {
      throw new Error(`Answered ${String(answer.status)} instead of ${expected.join(' or ')}`)
    }
    if (!answer.isWhole) throw new Error(`The answer ${String(answer.status)} is not whole`)
  }

  /** Makes sure that the octets are these, each of them. */
  expectOctets(octets: Uint8Array, expected: Buffer): void {
    this.tally.comparedAnswers += 1
    this.tally.comparedBytes += expected.length
    if (expected.equals(octets)) return
    const at = octets.findIndex((octet, index) => octet !== expected[index])
    const lengths = `${String(octets.length)} octets instead of ${String(expected.length)}`
    throw new WrongOctetsError(at === -1 ? lengths : `${lengths}, another from octet ${String(at)} on`)
  }

  leave(): void {
    for (const client of this.#clients) client.close()
  }
}
