import { isReason, nameStatus } from '../../text/requests'
import { statusHue } from '../requests/row-look'
import type { Voice } from '../requests/row-words'
import { sayMoment } from './moment'
import { decodeOctets } from './octets'
import { requestLine } from './request-line'
import { NO_WISHES, readWishes } from './request-wishes'
import type { StoryRef, StoryStep, StorySubject } from './story'
import { tellWishes } from './story-wishes'

/**
 * Tells what a HAR file says of a request, and no more: neither who answered, nor what was handed over or arrived, nor
 * what became of the connection.
 */
export function tellRebuilt({ row, detail, client }: StorySubject, { t, format }: Voice): StoryStep[] {
  const { headComplete, responseStarted, ended } = detail.timing
  const refTo = (tab: 'request' | 'response' | 'timing'): StoryRef[] => [
    { kind: 'tab', tab, span: null, label: t.detail[tab] },
  ]
  const wishes = detail.requestHead === null ? NO_WISHES : readWishes(decodeOctets(detail.requestHead))
  const asked = [t.har.asked(requestLine(row)), ...tellWishes(row, wishes, { t, format }).map(({ says }) => says)]
  const why = isReason(row.reason) ? [[t.explanations[row.reason]]] : []
  const answered =
    row.status === null
      ? [t.har.unanswered(), ...why]
      : [t.har.answered(nameStatus(row.status), format.exactSize(row.sentBytes)), ...why]
  return [
    { at: 0, sentences: [t.har.from(client)], refs: [], hue: null },
    { at: headComplete, sentences: asked, refs: refTo('request'), hue: null },
    {
      at: responseStarted,
      sentences: answered,
      refs: row.status === null ? [] : refTo('response'),
      hue: statusHue(row.status),
    },
    { at: ended, sentences: [t.har.over(sayMoment(ended ?? 0, format))], refs: refTo('timing'), hue: null },
  ]
}
