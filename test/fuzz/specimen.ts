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

/** The file that no specimen asks for in the open. */
export const SMUGGLED_NAME = 'letters.txt'
/** A request that only ever stands where it must not be taken for one. */
export const SMUGGLED = `GET /${SMUGGLED_NAME}?smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`
