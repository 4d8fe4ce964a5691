/** Requests that we send to ourselves, to see what answers them: an old one again, the same asked differently, a new one. */
import type { Answer } from '../../../preload/contract'
import type { OwnRequest } from '../../../preload/own-request'
import type { Fault, FaultCode } from '../../../preload/views'
import { latin1Text } from '../../http/octets'
import { askOctets } from '../../server/ask-octets'
import type { SocketEnd } from '../../server/ask-octets'
import type { ExchangeRecord } from '../exchange-record'
import type { Journal } from '../journal'
import type { Listening } from '../addresses'
import { newRequest } from './new-request'
import { announcesContent, entityTagIn, varyRequest } from './vary-request'

/** Longer than the server waits for a head by default: what never becomes a request is still answered, with 408. */
const LONGEST_MS = 20_000
/** Enough to see an answer begin; nothing of it is kept but what the log keeps of every exchange. */
const MOST_ANSWER_BYTES = 65_536
/** A person asks one thing at a time, a lesson a few. */
const MOST_AT_ONCE = 8

export interface OwnRequestParts {
  readonly journal: Journal
  /** Where we listen; null while we do not. */
  readonly listening: () => Listening | null
  readonly longestMs?: number
}

type Octets = Uint8Array | { readonly refused: FaultCode }

export class OwnRequests {
  readonly #parts: OwnRequestParts
  #running = 0

  constructor(parts: OwnRequestParts) {
    this.#parts = parts
  }

  /** Sends a request to our own port, and gives its exchange once that has ended or has had its time. */
  async ask(request: OwnRequest): Promise<Answer<{ readonly exchangeId: number }>> {
    const listening = this.#parts.listening()
    if (listening === null) return refusal('not-serving')
    const end = dialled(listening)
    const octets = this.#octetsOf(request, authorityOf(end))
    if ('refused' in octets) return refusal(octets.refused)
    if (this.#running >= MOST_AT_ONCE) return refusal('no-answer')
    this.#running += 1
    try {
      const repeats = request.kind === 'again' ? request.exchangeId : null
      const exchangeId = await this.#send(octets, end, repeats)
      return exchangeId === undefined ? refusal('no-answer') : { ok: true, value: { exchangeId } }
    } finally {
      this.#running -= 1
    }
  }

  #octetsOf(request: OwnRequest, authority: string): Octets {
    if (request.kind === 'new') return newRequest(request, authority)
    const record = this.#parts.journal.log.find(request.exchangeId)
    if (record?.requestHead == null) return { refused: 'request-not-kept' }
    if (request.variation === 'same') return sameOctets(record, record.requestHead)
    const entityTag = entityTagIn(record.responseHead) ?? record.entityTag ?? undefined
    return varyRequest(record.requestHead, request.variation, entityTag) ?? { refused: 'cannot-vary' }
  }

  /** @param repeats the exchange that is asked again; null for a new request */
  async #send(octets: Uint8Array, end: Listening, repeats: number | null): Promise<number | undefined> {
    const { journal, longestMs = LONGEST_MS } = this.#parts
    let exchangeId: number | undefined
    let forget: (() => void) | undefined
    // Aborts when the exchange has ended, or has had its time.
    const over = new AbortController()
    const clock = setTimeout(() => {
      over.abort()
    }, longestMs)
    const ignore = journal.onEnd(({ id }) => {
      if (id === exchangeId) over.abort()
    })
    try {
      const onConnect = (ourEnd: SocketEnd): void => {
        forget = journal.ownConnections.add(ourEnd, (record) => {
          record.repeats = repeats
          exchangeId ??= record.id
        })
      }
      const { signal } = over
      await askOctets({ ...end, octets, mostAnswerBytes: MOST_ANSWER_BYTES, signal, onConnect })
      // Where we hung up first, the server has yet to notice.
      if (exchangeId !== undefined) await aborted(signal)
    } catch {
      // Whatever kept us from ourselves: there was no answer, and that is what the caller says.
    } finally {
      clearTimeout(clock)
      ignore()
      forget?.()
    }
    return exchangeId
  }
}

function refusal(code: FaultCode): { readonly ok: false; readonly fault: Fault } {
  return { ok: false, fault: { code } }
}

/** Content is not kept, so what had some cannot come again. What broke HTTP is sent as far as it was read. */
function sameOctets(record: ExchangeRecord, head: Uint8Array): Octets {
  if (announcesContent(head)) return { refused: 'content-not-kept' }
  // A request whose content broke its framing keeps the octets of the break, not its head.
  const isHead = record.method === null || latin1Text(head).startsWith(record.method)
  return isHead ? head : { refused: 'content-not-kept' }
}

/** All of a machine's addresses include its loopback one; a single address has to be dialled itself. */
function dialled({ host, port }: Listening): Listening {
  return { host: host === '::' || host === '0.0.0.0' ? '127.0.0.1' : host, port }
}

function authorityOf({ host, port }: Listening): string {
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve()
    })
  })
}
