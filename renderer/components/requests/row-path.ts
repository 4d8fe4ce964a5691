import { decodeTarget } from '../../../preload/inert-text'

/** A request target as the Path cell shows it. Each part is inert text, safe to show as it is. */
export interface PathParts {
  /** Up to and with the last slash of the path. Shortened first when room is short. */
  readonly folder: string
  /** The last segment, which is kept whole as long as it fits. Empty for a folder. */
  readonly name: string
  /** With its question mark; empty when there is none. */
  readonly query: string
}

/** More than a table cell or its tooltip can show; longer parts cost layout time and say nothing. */
const LONGEST_PART = 512

/**
 * Splits a request target for display.
 *
 * The split is made on the target as it was sent, before anything is decoded: an encoded slash stays in its segment.
 *
 * @param target latin1 text, one character per octet
 */
export function splitTarget(target: string): PathParts {
  const queryAt = target.indexOf('?')
  const path = queryAt < 0 ? target : target.slice(0, queryAt)
  const nameAt = path.lastIndexOf('/') + 1
  return {
    folder: readable(path.slice(0, nameAt)),
    name: readable(path.slice(nameAt)),
    query: queryAt < 0 ? '' : readable(target.slice(queryAt)),
  }
}

function readable(part: string): string {
  return part.length > LONGEST_PART ? `${decodeTarget(part.slice(0, LONGEST_PART))}…` : decodeTarget(part)
}
