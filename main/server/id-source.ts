/**
 * Numbers connections and exchanges from 1, and never gives a number again. Servers that follow one another, as after a
 * change of the port, share one source: the log knows an exchange by its number alone.
 */
export class IdSource {
  #lastConnection = 0
  #lastExchange = 0

  nextConnection(): number {
    this.#lastConnection += 1
    return this.#lastConnection
  }

  nextExchange(): number {
    this.#lastExchange += 1
    return this.#lastExchange
  }
}
