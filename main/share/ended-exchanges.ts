import type { ExchangeRecord } from './exchange-record'

/**
 * The records of exchanges that have ended, in the order in which they did: a queue threaded through the records
 * themselves, so that 50,000 of them cost no other memory and giving up the oldest costs no search.
 */
export class EndedExchanges {
  #first: ExchangeRecord | null = null
  #last: ExchangeRecord | null = null
  /** The heads of this record and of all before it have been given up. */
  #headless: ExchangeRecord | null = null

  push(record: ExchangeRecord): void {
    if (this.#last === null) this.#first = record
    else this.#last.endedNext = record
    this.#last = record
  }

  *[Symbol.iterator](): Iterator<ExchangeRecord> {
    for (let record = this.#first; record !== null; record = record.endedNext) yield record
  }

  /** Takes out the one that ended longest ago. */
  shift(): ExchangeRecord | null {
    const record = this.#first
    if (record === null) return null
    this.#first = record.endedNext
    if (this.#first === null) this.#last = null
    if (this.#headless === record) this.#headless = null
    record.endedNext = null
    return record
  }

  /** Puts one before all that are here. */
  unshift(record: ExchangeRecord): void {
    record.endedNext = this.#first
    this.#first = record
    this.#last ??= record
    this.lookAtHeadsAgain()
  }

  /** Gives the one that ended longest ago of those not given before: the next whose heads may go. */
  shiftHeads(): ExchangeRecord | null {
    const record = this.#headless === null ? this.#first : this.#headless.endedNext
    if (record !== null) this.#headless = record
    return record
  }

  /** Puts all of `earlier` before those that are here. `earlier` must not be used again. */
  prepend(earlier: EndedExchanges): void {
    if (earlier.#last === null) return
    earlier.#last.endedNext = this.#first
    this.#first = earlier.#first
    this.#last ??= earlier.#last
    // Some of the returning ones may still have heads.
    this.lookAtHeadsAgain()
  }

  /** Makes `shiftHeads` begin anew: among those given before there may be heads that were kept then. */
  lookAtHeadsAgain(): void {
    this.#headless = null
  }
}
