import type { ExchangeRow, ExchangeState } from '../../../preload/views'
import type { IconName } from '../icons'

/** How a row looks: where its exchange stands, with a transfer that has stopped moving told apart. */
export type RowLook = ExchangeState | 'stalled'

/** The class suffix that gives a row its hue: `h-2xx`. */
export type RowHue = '1xx' | '2xx' | '3xx' | '4xx' | '5xx' | 'aborted' | 'malformed' | 'stalled'

/** A transfer that moved nothing for so long shows as stalled. */
export const STALLED_AFTER_MS = 3000

/**
 * Gives the look of a row at one moment.
 *
 * @param now milliseconds since the epoch
 */
export function lookOf(row: ExchangeRow, now: number): RowLook {
  return row.state === 'sending' && now - row.progressAt > STALLED_AFTER_MS ? 'stalled' : row.state
}

/** The hue for a look; an ordinary ending takes that of its status class. */
export function hueOf(look: RowLook, status: number | null): RowHue {
  switch (look) {
    case 'stalled':
    case 'malformed':
      return look
    case 'aborted-by-client':
    case 'aborted-by-server':
      return 'aborted'
    default:
      return statusHue(status)
  }
}

/** The hue of a status class (RFC 9110 §15); grey while there is none. */
export function statusHue(status: number | null): RowHue {
  const hues = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const
  return status === null ? '1xx' : (hues[Math.floor(status / 100) - 1] ?? '1xx')
}

export function lookIcon(look: RowLook): IconName {
  return `state-${look}`
}

/** Whether the exchange still runs, so that its figures grow with time. */
export function isRunning(row: ExchangeRow): boolean {
  return row.state === 'receiving' || row.state === 'sending'
}

/** Whether a person looking for trouble wants to see the row. */
export function isProblem(look: RowLook): boolean {
  switch (look) {
    case 'error':
    case 'malformed':
    case 'stalled':
    case 'aborted-by-client':
    case 'aborted-by-server':
      return true
    default:
      return false
  }
}
