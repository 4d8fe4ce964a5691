import { ContractError, id, record } from './arguments'

/** More than a page of hex figures needs, and little enough for one message. */
export const LONGEST_PIECE = 65_536

/** Which octets of the content of an answer are wanted. */
export interface ContentPieceRequest {
  readonly exchangeId: number
  /** Offset in the file. */
  readonly offset: number
  readonly length: number
}

/** Octets of a file as it is on disk now; contents are never kept. */
export interface ContentPiece {
  /** Base64. */
  readonly bytes: string
  /** Of the whole file, now. */
  readonly size: number
  /** Whether it still is the version that was sent: the same entity tag. */
  readonly isSameVersion: boolean
}

/** Reads which octets are wanted. */
export function contentPieceRequest(value: unknown): ContentPieceRequest {
  const { exchangeId, offset, length } = record(value)
  const wanted = { exchangeId: id(exchangeId), offset: id(offset), length: id(length) }
  if (wanted.length < 1 || wanted.length > LONGEST_PIECE) {
    throw new ContractError(`Cannot read ${String(wanted.length)} octets: expected 1 to ${String(LONGEST_PIECE)}`)
  }
  return wanted
}
