/**
 * What went out in each second of the last hour, by client, and how the requests of that second ended.
 *
 * Kept here and not summed up in the window, so that it is exact whatever the window has missed, and is there after a
 * reload. Asked for: while nobody looks at it, it costs an addition for each progress that is told.
 */
import type { EndKind, SecondView, ThroughputView } from '../../preload/throughput-views'
import type { ExchangeRecord } from './exchange-record'

/** An hour, at one record a second. */
const SECONDS = 3600
/** So many clients are told apart in one second; the octets of the others are counted together. */
const MOST_CLIENTS = 16
/** Where the octets of all further clients are counted: no client has this id. */
const OTHERS = 0

interface Second {
  /** Seconds since the epoch. */
  readonly number: number
  readonly sent: Map<number, number>
  readonly ends: Map<EndKind, number>
  /** Of the last change. */
  revision: number
}

export class Throughput {
  readonly #now: () => number
  /** By the second modulo the hour: a newer one takes the place of the one an hour before. */
  readonly #seconds = new Array<Second | undefined>(SECONDS)
  #revision = 0

  constructor(now: () => number) {
    this.#now = now
  }

  /** Counts octets of content that went to a client. */
  send(clientId: number, at: number, octets: number): void {
    const second = this.#second(at)
    if (second === undefined) return
    const { sent } = second
    const isOneMore = sent.size >= MOST_CLIENTS && !sent.has(clientId)
    const key = isOneMore ? OTHERS : clientId
    sent.set(key, (sent.get(key) ?? 0) + octets)
    this.#touch(second)
  }

  /** Counts an exchange that has ended, in the second in which it came. */
  end(record: ExchangeRecord): void {
    const second = this.#second(record.at)
    if (second === undefined) return
    const kind = endKind(record)
    second.ends.set(kind, (second.ends.get(kind) ?? 0) + 1)
    this.#touch(second)
  }

  /**
   * Gives the seconds that have changed since.
   *
   * @param revision of the last answer; 0 for all there are
   */
  read(revision: number): ThroughputView {
    const now = this.#now()
    const oldest = Math.floor(now / 1000) - SECONDS
    const changed = this.#seconds
      .filter((second) => second !== undefined && second.revision > revision && second.number > oldest)
      .map((second) => toView(second as Second))
    changed.sort((one, other) => one.at - other.at)
    return { revision: this.#revision, now, seconds: changed }
  }

  /** The record of a second; undefined when that is more than an hour ago. */
  #second(at: number): Second | undefined {
    const number = Math.floor(at / 1000)
    const slot = ((number % SECONDS) + SECONDS) % SECONDS
    const known = this.#seconds[slot]
    if (known?.number === number) return known
    // A clock that was set back must not wipe out the hour that it goes through again; an old one has no place.
    if (known !== undefined && known.number > number) return undefined
    const fresh: Second = { number, sent: new Map(), ends: new Map(), revision: 0 }
    this.#seconds[slot] = fresh
    return fresh
  }

  #touch(second: Second): void {
    this.#revision += 1
    second.revision = this.#revision
  }
}

function endKind({ state, status }: ExchangeRecord): EndKind {
  if (state === 'malformed') return state
  if (state === 'aborted-by-client' || state === 'aborted-by-server') return 'aborted'
  const kinds = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const
  return kinds[Math.floor((status ?? 0) / 100) - 1] ?? '1xx'
}

function toView({ number, sent, ends }: Second): SecondView {
  return { at: number * 1000, sent: [...sent], ends: Object.fromEntries(ends) }
}
