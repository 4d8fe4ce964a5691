/**
 * Gives the chunks of a generator that holds something open, as an iterable that lets go of it even when it is given up
 * before its first chunk: a generator that never began does not run its `finally`.
 *
 * @param make makes the generator; its own `finally` lets go once it has begun
 * @param close lets go when it never will
 */
export function closingStream(
  make: () => AsyncGenerator<Uint8Array, undefined>,
  close: () => Promise<unknown>,
): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () => {
      const made = make()
      let hasBegun = false
      return {
        next: () => {
          hasBegun = true
          return made.next()
        },
        return: async () => {
          if (!hasBegun) await close()
          return made.return(undefined)
        },
      }
    },
  }
}
