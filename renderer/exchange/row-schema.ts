/** What of a request's row a file may hold that somebody opens, in whichever form it was saved. */
import * as v from 'valibot'

/** Longer than any head or name that we keep. */
export const text = v.pipe(v.string(), v.maxLength(131_072))

/** Counts and octets. */
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const rowFile = v.object({
  shareId: whole,
  path: text,
  size: whole,
  ranges: v.pipe(v.array(v.tuple([whole, whole])), v.maxLength(1000)),
})

export const exchangeState = v.picklist([
  'receiving',
  'sending',
  'complete',
  'partial',
  'not-modified',
  'aborted-by-client',
  'aborted-by-server',
  'error',
  'malformed',
])
