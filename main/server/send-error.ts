import { IncompleteContentError } from './content-reader'
import type { AbortCause } from './events'

/** A response could not be sent to its end. */
export class SendError extends Error {
  override readonly name = 'SendError'
  readonly abortCause: AbortCause

  /** @param fault what the content threw, if it threw anything */
  constructor(abortCause: AbortCause, fault?: unknown) {
    super(`Cannot send the response to its end: ${abortCause}`, { cause: fault })
    this.abortCause = abortCause
  }
}

/** Says what a failed read of an open file means: the drive's doing, unless it is plainly a mistake in our code. */
export function sourceFailure(fault: unknown): SendError {
  const isMistake = fault instanceof TypeError || fault instanceof RangeError || fault instanceof ReferenceError
  return new SendError(isMistake ? 'handler-failed' : 'read-error', fault)
}

/** Says what it means that the maker of a stream threw: its own fault, unless the system or the client is to blame. */
export function streamFailure(fault: unknown): SendError {
  if (fault instanceof SendError) return fault
  if (fault instanceof IncompleteContentError) return new SendError(fault.abortCause, fault)
  return new SendError(isSystemError(fault) ? 'read-error' : 'handler-failed', fault)
}

/** Whether the error came from a call to the system: those carry its name (https://nodejs.org/api/errors.html#class-systemerror). */
function isSystemError(fault: unknown): boolean {
  return fault instanceof Error && 'syscall' in fault
}
