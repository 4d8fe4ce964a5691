import type { Span } from './query'

/** Why a text is no filter. */
export type FilterFaultCode =
  | 'value-missing'
  | 'operand-missing'
  | 'quote-open'
  | 'group-open'
  | 'group-not-open'
  | 'group-empty'
  | 'field-missing'
  | 'flag-unknown'
  | 'note-unknown'
  | 'key-unknown'
  | 'comparison-unfit'
  | 'not-a-number'
  | 'not-a-status'
  | 'not-an-address'
  | 'not-a-connection'
  | 'not-a-time'
  | 'not-a-mark'
  | 'unit-missing'
  | 'unit-unknown'
  | 'range-reversed'
  | 'pattern-invalid'
  | 'pattern-unsafe'
  | 'text-too-long'
  | 'too-many-terms'
  | 'nested-too-deep'

/** A text that is no filter: why, where, and what it speaks of. */
export interface FilterFault {
  readonly code: FilterFaultCode
  readonly span: Span
  /** The word or value the sentence quotes. */
  readonly about: string
  /** What was most likely meant. */
  readonly near?: string
}

/** Thrown while reading, and caught by `parseFilter`. */
export class FilterError extends Error {
  override readonly name = 'FilterError'
  readonly fault: FilterFault

  constructor(fault: FilterFault) {
    super(`Cannot read the filter: ${fault.code} at ${String(fault.span.start)}`)
    this.fault = fault
  }
}

/** Whether more typing can mend it, so that nobody is shown red in the middle of a word. */
export function isUnfinished({ code }: FilterFault): boolean {
  return code === 'value-missing' || code === 'operand-missing' || code === 'quote-open' || code === 'group-open'
}
