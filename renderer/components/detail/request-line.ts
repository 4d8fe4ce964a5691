import type { ExchangeRow } from '../../../preload/views'
import { decodeTarget, escapeForLog } from '../../../preload/inert-text'

/** A longer request line tells no more, and pushes the rest of the story out of sight. */
const LONGEST_LINE = 200

/** The method and the target, for people to read; inert text. */
export function requestLine({ method, target }: ExchangeRow): string {
  const line = `${escapeForLog(method ?? '')} ${decodeTarget(target ?? '')}`.trim()
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line
}
