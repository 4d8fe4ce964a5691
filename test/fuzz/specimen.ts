/** What one round of fuzzing sends. */
export interface Specimen {
  readonly kind: 'octets' | 'words' | 'request' | 'mutation'
  /** Latin1 text: one character for each octet. */
  readonly octets: string
  /**
   * How many requests there are in it, when it was put together so that this is known without parsing it; whatever else
   * looks like one is content.
   */
  readonly requests?: number
}

/** A request that only ever stands where it must not be taken for one. */
export const SMUGGLED_TARGET = '/letters.txt?smuggled'
export const SMUGGLED = `GET ${SMUGGLED_TARGET} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`
