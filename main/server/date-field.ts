import { formatHttpDate } from '../http/http-date'
import type { ResponseField } from '../http/message'

/** The Date field (RFC 9110 §6.6.1), written anew once a second: formatting it would cost more than the rest of a head. */
export class DateField {
  #second = NaN
  #field: ResponseField = ['Date', '']

  /** @param now milliseconds since the epoch */
  at(now: number): ResponseField {
    const second = Math.floor(now / 1000)
    if (second !== this.#second) {
      this.#second = second
      this.#field = ['Date', formatHttpDate(now)]
    }
    return this.#field
  }
}
