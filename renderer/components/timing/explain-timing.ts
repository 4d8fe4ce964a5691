import type { ExchangeRow, ExchangeTiming } from '../../../preload/views'
import type { RichText } from '../../text/rich-text'
import { sayMoment } from '../detail/moment'
import type { Voice } from '../requests/row-words'
import type { Phase, PhaseKey } from './exchange-phases'

/** From how many milliseconds on a phase is worth a sentence: below it nobody would have noticed. */
const WORTH_MS: { readonly [P in PhaseKey]: number } = {
  head: 100,
  queue: 1,
  route: 50,
  decide: 50,
  read: 50,
  first: 250,
  send: 1000,
}
/** A connection that was free for so long had been waiting for its client. */
const WAITED_MS = 1000

/** What is explained. */
export interface TimingSubject {
  readonly row: ExchangeRow
  readonly timing: ExchangeTiming
  readonly phases: readonly Phase[]
}

/** Says in sentences what held an exchange up; one sentence that nothing did, where that is so. */
export function explainTiming({ row, timing, phases }: TimingSubject, { t, format }: Voice): RichText[] {
  const says: RichText[] = []
  const { waited } = timing
  if (waited !== null && waited >= WAITED_MS) {
    const span = sayMoment(waited, format)
    says.push(row.ordinal === 1 ? t.timing.openedEarly(span) : t.timing.idleBefore(span))
  }
  const slow = phases.filter(({ key, from, until }) => until - from >= WORTH_MS[key])
  for (const { key, from, until, running } of slow) {
    says.push(sentenceFor(key, row)(sayMoment(until - from, format), running))
  }
  const last = phases.at(-1)
  if (slow.length === 0 && last !== undefined && !last.running)
    says.push(t.timing.nothingHeldUp(sayMoment(last.until, format)))
  return says

  function sentenceFor(key: PhaseKey, { file }: ExchangeRow): (took: string, running: boolean) => RichText {
    switch (key) {
      case 'head':
        return (took, running) => (running ? t.timing.slowHeadSoFar(took) : t.timing.slowHead(took))
      case 'queue':
        return (took) => t.timing.slowQueue(took)
      case 'route':
        return (took) => t.timing.slowOwn(took)
      case 'decide':
        return (took) => (file === null ? t.timing.slowOwn(took) : t.timing.slowOpen(took))
      case 'read':
        return (took) => (file === null ? t.timing.slowOwn(took) : t.timing.slowRead(took))
      case 'first':
        return (took) => t.timing.slowFirst(took)
      case 'send':
        return (took, running) => (running ? t.timing.longSendSoFar(took) : t.timing.longSend(took))
    }
  }
}
