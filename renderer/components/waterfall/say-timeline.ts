import type { ExchangeRow } from '../../../preload/views'
import { sayMoment } from '../detail/moment'
import type { Voice } from '../requests/row-words'

/** Says what the bar of a row shows: `head took 3.1 s, first byte out after 3.2 s, ended after 59.4 s`. */
export function sayTimeline({ queuedMs, headMs, firstByteMs, elapsedMs }: ExchangeRow, { t, format }: Voice): string {
  const { timing } = t
  const say = (ms: number): string => sayMoment(ms, format)
  const parts: string[] = []
  if (queuedMs !== undefined) parts.push(timing.rowQueued(say(queuedMs)))
  if (headMs !== undefined) parts.push(timing.rowHead(say(headMs)))
  if (firstByteMs === null) parts.push(elapsedMs === null ? timing.rowWaiting : timing.rowUnanswered(say(elapsedMs)))
  else
    parts.push(
      elapsedMs === null ? timing.rowSending(say(firstByteMs)) : timing.rowSent(say(firstByteMs), say(elapsedMs)),
    )
  return parts.join(t.timing.between)
}
