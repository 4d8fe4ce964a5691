/**
 * Digests of what was sent, computed when a person asks, one at a time: it is their disk and their processor.
 *
 * What was computed is kept for as long as it says what the transfer is: a transfer that has gone on since is another
 * subject, and is asked for anew.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { DigestView } from '../../../preload/digest-views'
import type { ExchangeLog } from '../exchange-log'
import type { Shares } from '../shares'
import type { Transfers } from '../transfers/transfers'
import { digestFile, type DigestSources } from './digest-file'
import { digestSubject, stretchesOf, type DigestSubject } from './digest-subject'
import { startSpanHasher } from './span-hasher'

/** So many are remembered, those that wait included; beyond it the one asked for first is forgotten. */
const MOST_KEPT = 100

export interface DigestsParts {
  readonly log: Pick<ExchangeLog, 'find' | 'active'>
  readonly transfers: Pick<Transfers, 'find'>
  readonly shares: Pick<Shares, 'find'>
  readonly now: () => number
  readonly onUnexpected: (error: unknown) => void
  readonly startHasher?: DigestSources['startHasher']
}

interface Job {
  readonly subject: DigestSubject
  readonly end: AbortController
  view: DigestView
}

export class Digests {
  readonly #parts: DigestsParts
  /** By what they are of; those that wait are in the order in which they were asked for. */
  readonly #jobs = new Map<string, Job>()
  #isRunning = false

  constructor(parts: DigestsParts) {
    this.#parts = parts
  }

  /** Begins to compute, unless that is done or under way; false when there is nothing to compute from. */
  compute(exchangeId: number): boolean {
    const subject = this.#subjectOf(exchangeId)
    if (subject === undefined) return false
    const key = keyOf(subject)
    const known = this.#jobs.get(key)
    if (known !== undefined && known.view.kind !== 'failed') return true
    this.#jobs.delete(key)
    this.#jobs.set(key, { subject, end: new AbortController(), view: { kind: 'waiting' } })
    if (this.#jobs.size > MOST_KEPT) this.#forgetFirst()
    void this.#runAll()
    return true
  }

  /** Null when it was not asked for, and when what was sent has grown since. */
  read(exchangeId: number): DigestView | null {
    const subject = this.#subjectOf(exchangeId)
    const view = subject === undefined ? undefined : this.#jobs.get(keyOf(subject))?.view
    if (view?.kind !== 'done') return view ?? null
    // Others may have carried the same octets since.
    const spans = view.spans.map((span, at) => ({ ...span, ...subject?.spans[at] }))
    return { ...view, spans }
  }

  /** Gives up what is under way; what is done stays. */
  cancel(exchangeId: number): void {
    const subject = this.#subjectOf(exchangeId)
    const key = subject === undefined ? '' : keyOf(subject)
    const job = this.#jobs.get(key)
    if (job === undefined || (job.view.kind !== 'waiting' && job.view.kind !== 'reading')) return
    this.#jobs.delete(key)
    job.end.abort()
  }

  /** Gives up everything. */
  close(): void {
    for (const { end } of this.#jobs.values()) end.abort()
    this.#jobs.clear()
  }

  #subjectOf(exchangeId: number): DigestSubject | undefined {
    const { log, transfers } = this.#parts
    const record = log.find(exchangeId)
    if (record === undefined) return undefined
    const transfer = record.transferId === null ? undefined : transfers.find(record.transferId)
    return digestSubject(record, { transfer, find: (id) => log.find(id) })
  }

  async #runAll(): Promise<void> {
    if (this.#isRunning) return
    this.#isRunning = true
    for (let job = this.#next(); job !== undefined; job = this.#next()) await this.#run(job)
    this.#isRunning = false
  }

  #next(): Job | undefined {
    return [...this.#jobs.values()].find(({ view }) => view.kind === 'waiting')
  }

  async #run(job: Job): Promise<void> {
    const { subject, end } = job
    const wholeBytes = stretchesOf(subject).reduce((sum, stretch) => sum + stretch.end - stretch.start, 0)
    job.view = { kind: 'reading', readBytes: 0, wholeBytes, resting: false }
    try {
      const digested = await digestFile(subject, this.#sourcesOf(subject), {
        signal: end.signal,
        onProgress: (readBytes, resting) => {
          job.view = { kind: 'reading', readBytes, wholeBytes, resting }
        },
      })
      if (digested.kind === 'failed') job.view = digested
      else job.view = this.#doneView(subject, digested)
    } catch (error) {
      job.view = { kind: 'failed', reason: 'broken' }
      if (!end.signal.aborted) this.#parts.onUnexpected(error)
    }
  }

  #doneView(
    { spans, isWhole, size, leftOut }: DigestSubject,
    { whole, ofSpans }: { readonly whole: string | null; readonly ofSpans: readonly string[] },
  ): DigestView {
    const digested = spans.map((span, at) => ({ ...span, sha256: ofSpans[at] ?? '' }))
    const [only] = digested
    // One request that sent it all: the whole says it.
    const saysNoMore = isWhole && digested.length === 1 && only?.start === 0 && only.end === size
    return { kind: 'done', at: this.#parts.now(), whole, spans: saysNoMore ? [] : digested, leftOut }
  }

  #sourcesOf({ shareId, path }: DigestSubject): DigestSources {
    const { log, shares, startHasher = startSpanHasher } = this.#parts
    const names = path.split('/')
    return {
      read: async (offset, length) => shares.find(shareId)?.content?.readPiece(names, { offset, length }),
      startHasher,
      isServing: () => log.active.size > 0,
      monotonic: () => performance.now(),
      rest: async (ms, signal) => {
        await delay(ms, undefined, { signal, ref: false })
      },
    }
  }

  #forgetFirst(): void {
    const [first] = this.#jobs
    if (first === undefined) return
    const [key, { end }] = first
    end.abort()
    this.#jobs.delete(key)
  }
}

function keyOf({ shareId, path, entityTag, isWhole, spans }: DigestSubject): string {
  return JSON.stringify([shareId, path, entityTag, isWhole, spans.map(({ start, end }) => [start, end])])
}
