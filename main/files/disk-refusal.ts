import { DriveTimeoutError, TooManyOpenFilesError } from './open-file-limit'
import type { Refusal } from './outcome'

const NOT_FOUND: Refusal = { kind: 'not-found' }
const FORBIDDEN: Refusal = { kind: 'forbidden' }
const READ_ERROR: Refusal = { kind: 'read-error' }
const NOT_REGULAR: Refusal = { kind: 'not-found', hidden: 'not-a-regular-file' }
const EXHAUSTED: Refusal = { kind: 'unavailable', reason: 'too-many-open-files' }
const UNANSWERED: Refusal = { kind: 'unavailable', reason: 'drive-does-not-answer' }

/** What each error of the system means for a visitor. Every other one is a read error: 500. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  ENOENT: NOT_FOUND,
  ENOTDIR: NOT_FOUND,
  // No file can have such a name here: too long, not valid on this file system, a circle of links.
  ENAMETOOLONG: NOT_FOUND,
  EILSEQ: NOT_FOUND,
  EINVAL: NOT_FOUND,
  ELOOP: NOT_FOUND,
  // What `open` says of a socket (Linux), and of a device without a driver.
  ENXIO: NOT_REGULAR,
  ENODEV: NOT_REGULAR,
  EOPNOTSUPP: NOT_REGULAR,
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EMFILE: EXHAUSTED,
  ENFILE: EXHAUSTED,
  // Windows: another program holds the file.
  EBUSY: { kind: 'unavailable', reason: 'read-error' },
  ETIMEDOUT: UNANSWERED,
  EHOSTDOWN: UNANSWERED,
  EHOSTUNREACH: UNANSWERED,
  ENOTCONN: UNANSWERED,
  ESTALE: UNANSWERED,
}

/**
 * Turns what the disk says into a refusal: the one place where error codes are read. Neither the message nor the path
 * in it leaves the machine.
 *
 * @throws {unknown} what is no error of the system: that is a bug of ours
 */
export function refusalFromError(error: unknown): Refusal {
  if (error instanceof TooManyOpenFilesError) return EXHAUSTED
  if (error instanceof DriveTimeoutError) return UNANSWERED
  const code = errorCode(error)
  if (code === undefined) throw error
  return REFUSALS[code] ?? READ_ERROR
}

/** Gives the code of a system error, such as `ENOENT`; undefined for every other value. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('errno' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
