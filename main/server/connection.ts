/**
 * One connection, from its first octet to its last: which exchange it carries, what it waits for, and why it ends.
 *
 *     idle ──first octet──▶ head ──whole head, fault, timeout──▶ exchange ──answered──▶ idle, or leaving
 *
 * One exchange at a time. Every way out goes through `#leave`, where the client can still read its answer, or `#drop`,
 * where it cannot: the first cause that is given there is the one that is told.
 */
import type { Socket } from 'node:net'
import { wantsPersistence } from '../http/connection-options'
import { readExpectation } from '../http/expectation'
import type { ContentFraming, ParserEvent, RequestHead } from '../http/message'
import { ProtocolError, protocolError } from '../http/protocol-error'
import type { ResponsePlan } from '../http/response-plan'
import { Answering } from './answering'
import type { AnsweredConnection } from './answering'
import { Arrival } from './arrival'
import { ConnectionReport } from './connection-report'
import type { ConnectionSite } from './connection-site'
import { ContentReader, IncompleteContentError } from './content-reader'
import type { ContentSupply } from './content-reader'
import type { Ticking } from './deadlines'
import type { AbortCause, CloseCause } from './events'
import { Exchange } from './exchange'
import { ExchangeReport } from './exchange-report'
import type { FinalCount } from './exchange-report'
import type { FramedResponse } from './framed-response'
import type { ConnectionFacts } from './handler'
import { Inbox } from './inbox'
import { closeLingering } from './lingering-close'
import { patienceMs } from './patience'
import type { Expected } from './patience'
import { ReaderWatch } from './reader-watch'
import { planRefusal } from './refusals'
import { ResponseWriter } from './response-writer'
import { SocketWriter } from './socket-writer'

type Phase = 'idle' | 'head' | 'exchange' | 'leaving' | 'closed'

/** Of pipelined requests, so many are answered before everybody else gets a turn. */
const PIPELINED_AT_ONCE = 16

/** A head that is not whole after so long is worth seeing while it comes; less would show requests that flicker by. */
const SLOW_HEAD_MS = 250

export class Connection implements Ticking, AnsweredConnection {
  readonly facts: ConnectionFacts
  readonly #site: ConnectionSite
  readonly #socket: Socket
  readonly #inbox: Inbox
  readonly #arrival: Arrival
  readonly #out: SocketWriter
  readonly #writer: ResponseWriter
  readonly #answering: Answering
  readonly #reader: ReaderWatch
  readonly #contentSupply: ContentSupply
  readonly #ending: ConnectionReport
  readonly #unwatch: () => void

  #phase: Phase = 'idle'
  #expected: Expected = 'nothing'
  /** When it began to be expected. */
  #expectedSince = 0
  /** How many exchanges in a row began with a request that was already there. */
  #pipelined = 0
  #exchange: Exchange | undefined
  #report: ExchangeReport | undefined

  constructor(socket: Socket, facts: ConnectionFacts, site: ConnectionSite) {
    this.#socket = socket
    this.facts = facts
    this.#site = site
    this.#inbox = new Inbox(socket)
    this.#arrival = new Arrival(site.clock)
    this.#ending = new ConnectionReport(socket, facts.connectionId, site)
    this.#out = new SocketWriter(socket, site.clock)
    this.#reader = new ReaderWatch(this.#out)
    this.#writer = new ResponseWriter({
      out: this.#out,
      budget: site.budget,
      clock: site.clock,
      onHeadSent: (response) => this.#report?.started(response),
    })
    this.#answering = new Answering(this, this.#writer, site)
    this.#contentSupply = {
      next: () => this.#nextOfContent(),
      invite: () => {
        this.#inviteContent()
      },
      letIn: () => {
        this.#letContentIn()
      },
    }
    this.#unwatch = site.deadlines.watch(this)
    this.#expect('request')
    this.#listen()
  }

  get isAnswerable(): boolean {
    return this.#phase === 'exchange'
  }

  get exchange(): Exchange | undefined {
    return this.#exchange
  }

  get report(): ExchangeReport | undefined {
    return this.#report
  }

  /** Ends the connection at once if it carries no exchange; else the exchange is its last. */
  stop(): void {
    if (this.#phase === 'idle' || this.#phase === 'head') this.abort('server-stopped', 'destroy')
  }

  /** Ends the connection now, whatever is under way: the client sees it break off. */
  cut(cause: AbortCause): void {
    this.abort(cause, 'reset')
  }

  tick(now: number): void {
    if (now - this.#expectedSince >= patienceMs(this.#expected, this.#site.limits)) this.#expire()
    // It stays one exchange, whatever becomes of it.
    if (this.#expected === 'head' && now - this.#expectedSince >= SLOW_HEAD_MS)
      (this.#report ??= this.#newReport()).begun()
    if (this.#phase !== 'exchange') return
    this.#report?.progressed(this.#out.contentBytes, this.#writer.spent)
    // A reset, because what the system still holds for this client should not be held any longer.
    if (this.#reader.hasStalled(now, this.#site.limits.readerStallMs)) this.abort('stalled-reader', 'reset')
  }

  #listen(): void {
    const socket = this.#socket
    socket.on('data', (chunk: Uint8Array) => {
      this.#receive(chunk)
    })
    socket.on('end', () => {
      this.#endInput()
    })
    // Every error is followed by 'close'. What has been sent can be counted only now.
    socket.on('error', () => {
      if (this.#report === undefined) this.#ending.clientEnded('reset')
      this.#out.die()
    })
    socket.on('close', () => {
      this.#closed()
    })
  }

  #receive(chunk: Uint8Array): void {
    if (this.#phase === 'leaving' || this.#phase === 'closed') return
    this.#arrival.chunkCame()
    if (this.#phase === 'exchange') {
      this.#receiveDuringExchange(chunk)
      return
    }
    if (this.#phase === 'idle') this.#arrival.requestBegan()
    this.#phase = 'head'
    this.#inbox.take(chunk)
    this.#advance()
  }

  #receiveDuringExchange(chunk: Uint8Array): void {
    const content = this.#exchange?.content
    if (content?.isWaiting !== true) {
      this.#inbox.hold(chunk)
      return
    }
    this.#inbox.take(chunk)
    content.moreCame()
  }

  /** The client has closed its half: it may still wait for answers, but it asks nothing more. */
  #endInput(): void {
    this.#inbox.end()
    if (this.#report === undefined) this.#ending.clientEnded('closed')
    if (this.#phase !== 'leaving' && this.#phase !== 'closed') this.#ending.halfClosed()
    if (this.#phase === 'idle' || this.#phase === 'head') this.#endRequests()
    else this.#exchange?.content.moreCame()
  }

  #endRequests(): void {
    if (this.#inbox.isEmpty) this.#leave('client-closed')
    else this.#refuse(protocolError('head-incomplete', this.#inbox.bufferedBytes))
  }

  /** Begins the exchange whose head has come in, or waits for more of it. */
  #advance(): void {
    let event: ParserEvent
    try {
      event = this.#inbox.next()
    } catch (error) {
      this.#refuse(error)
      return
    }
    if (event.kind === 'head') this.#begin(event.head, event.framing)
    else if (this.#inbox.hasEnded) this.#endRequests()
    // An empty line before a request has been skipped: nothing has begun (RFC 9112 §2.2).
    else if (this.#inbox.isEmpty) this.#phase = 'idle'
    else if (this.#expected !== 'head') this.#expect('head')
  }

  #begin(head: RequestHead, framing: ContentFraming): void {
    const report = this.#openExchange()
    const content = new ContentReader(this.#contentSupply, framing)
    // A message without content has its end right behind the head: read now, so that the next is the next request.
    if (content.hasEnded) this.#inbox.next()
    const exchange = new Exchange({ report, head, framing, connection: this.facts, content })
    this.#exchange = exchange
    report.received(head, this.#arrival.chunkAt, this.#arrival.queuedMs)
    this.#answering.serve(exchange)
  }

  #openExchange(): ExchangeReport {
    this.#phase = 'exchange'
    this.#expect('nothing')
    this.#writer.restart()
    this.#reader.restart(this.#site.deadlines.now)
    return (this.#report ??= this.#newReport())
  }

  #newReport(): ExchangeReport {
    this.#ending.exchanges += 1
    const { began, waitedMs } = this.#arrival.ofRequest
    const facts = {
      exchangeId: this.#site.nextExchangeId(),
      connectionId: this.facts.connectionId,
      ordinal: this.#ending.exchanges,
      began,
      waitedMs,
    }
    return new ExchangeReport(facts, this.#site)
  }

  /** Why no other request can follow this one, whatever its answer; undefined when one can. */
  causeToClose(plan: ResponsePlan): CloseCause | undefined {
    const { head, content } = this.#exchange ?? {}
    if (content?.hasEnded === false) return 'content-unread'
    if (head !== undefined && !wantsPersistence(head)) return 'client-asked'
    if (this.#site.isStopping) return 'server-stopped'
    if (plan.close === true) return 'server-asked'
    return this.#inbox.hasEnded && this.#inbox.isEmpty ? 'client-closed' : undefined
  }

  finish(response: FramedResponse, closeCause: CloseCause | undefined): void {
    this.#report?.finished(this.#count())
    if (closeCause === 'content-unread') this.#exchange?.content.close()
    this.#report = undefined
    this.#exchange = undefined
    if (!response.persists) this.#leave(closeCause ?? 'server-asked')
    else if (this.#site.isStopping) this.#leave('server-stopped')
    else this.#goOn()
  }

  /** Turns to the next request: one that waits already, or one that is still to come. */
  #goOn(): void {
    this.#arrival.becameFree()
    while (this.#inbox.release());
    if (this.#inbox.isEmpty && !this.#inbox.hasEnded) {
      this.#phase = 'idle'
      this.#pipelined = 0
      this.#expect('request')
      return
    }
    this.#phase = 'head'
    this.#arrival.requestBegan()
    this.#pipelined += 1
    if (this.#pipelined % PIPELINED_AT_ONCE !== 0) this.#advance()
    else setImmediate(this.#advanceLater)
  }

  readonly #advanceLater = (): void => {
    if (this.#phase === 'head') this.#advance()
  }

  #nextOfContent(): ParserEvent {
    if (this.#expected === 'content') this.#expect('nothing')
    try {
      return this.#inbox.next()
    } catch (error) {
      if (error instanceof ProtocolError) this.#report?.rejected(error, this.#inbox.rejected())
      throw error
    }
  }

  #inviteContent(): void {
    const head = this.#exchange?.head
    if (head === undefined || this.#report?.hasStarted === true) return
    if (readExpectation(head) === 'continue') this.#out.sendContinue()
  }

  #letContentIn(): void {
    const content = this.#exchange?.content
    if (this.#inbox.release()) content?.moreCame()
    else if (this.#inbox.hasEnded) content?.fail(new IncompleteContentError('client-closed'))
    else this.#expect('content')
  }

  /** Answers what is not a request, and ends: nothing behind it can be told apart from it (RFC 9112 §9.6). */
  #refuse(error: unknown): void {
    if (!(error instanceof ProtocolError)) {
      this.#site.onUnexpected(error)
      this.#drop('handler-failed')
      return
    }
    const rejected = this.#inbox.rejected()
    this.#openExchange().rejected(error, rejected)
    const plan = planRefusal(this.#site.faultPage, { status: error.status, reason: error.code })
    const closeCause = error.code === 'head-timeout' ? 'head-timeout' : 'protocol-fault'
    const request = { method: rejected.method ?? 'GET', version: '1.1' } as const
    this.#answering.answer({ plan, closeCause }, request)
  }

  #expect(expected: Expected): void {
    this.#expected = expected
    this.#expectedSince = this.#site.deadlines.now
  }

  #expire(): void {
    const expected = this.#expected
    this.#expect('nothing')
    if (expected === 'request') this.#drop('idle-timeout')
    else if (expected === 'head') this.#refuse(protocolError('head-timeout', this.#inbox.bufferedBytes))
    else if (expected === 'content') this.#exchange?.content.fail(new IncompleteContentError('content-timeout'))
  }

  /** Ends in order: the client can read what it was sent. */
  #leave(cause: CloseCause): void {
    this.#ending.blame(cause)
    this.#phase = 'leaving'
    this.#expect('nothing')
    this.#inbox.clear()
    closeLingering(this.#socket, this.#site)
  }

  /** Ends the exchange before its end, and the connection with it. */
  abort(cause: AbortCause, mode: 'destroy' | 'reset'): void {
    this.#out.die()
    this.#report?.aborted(cause, this.#count())
    this.#drop(cause, mode)
    this.#exchange?.abort()
    this.#exchange?.content.fail(new IncompleteContentError(cause))
  }

  #drop(cause: CloseCause, mode: 'destroy' | 'reset' = 'destroy'): void {
    this.#ending.blame(cause)
    this.#phase = 'closed'
    this.#out.die()
    // libuv cannot reset a socket whose own half is closed already (uv_tcp_close_reset).
    if (mode === 'reset' && !this.#socket.writableEnded) {
      this.#ending.brokeOff()
      this.#socket.resetAndDestroy()
    } else this.#socket.destroy()
  }

  #closed(): void {
    this.abort(this.#inbox.hasEnded ? 'client-closed' : 'client-reset', 'destroy')
    this.#unwatch()
    this.#ending.closed()
  }

  #count(): FinalCount {
    const { contentBytes: sentBytes, contentTakenAt } = this.#out
    const { readMs, waitMs } = this.#writer.spent
    const receivedBytes = this.#exchange?.content.receivedBytes ?? 0
    return { sentBytes, receivedBytes, contentTakenAt, readMs, waitMs }
  }
}
