/**
 * What a line of a saved session may hold (`main/share/export/session-text.ts` writes them). A file may come from
 * anybody: what is known is checked, what is not known is left out.
 */
import * as v from 'valibot'
import type { ClientView, ExchangeDetail, ExchangeRow } from '../../preload/views'
import { exchangeState, rowFile, text, whole } from './row-schema'

const figure = v.pipe(v.number(), v.finite(), v.minValue(0))
const span = v.nullable(figure)
const base64 = v.nullable(v.pipe(text, v.regex(/^[A-Za-z0-9+/]*={0,2}$/)))

const row = v.object({
  id: v.pipe(whole, v.minValue(1)),
  at: figure,
  clientId: whole,
  connectionId: whole,
  ordinal: whole,
  method: v.nullable(text),
  target: v.nullable(text),
  version: v.nullable(text),
  agent: v.exactOptional(text),
  port: v.exactOptional(whole),
  state: exchangeState,
  status: v.nullable(v.pipe(whole, v.minValue(100), v.maxValue(999))),
  reason: v.nullable(text),
  foreign: v.exactOptional(text),
  replayed: v.exactOptional(v.literal(true)),
  sentBytes: whole,
  receivedBytes: whole,
  contentLength: v.nullable(whole),
  file: v.nullable(rowFile),
  bytesPerSecond: v.nullable(figure),
  progressAt: figure,
  closeCause: v.exactOptional(text),
  headMs: v.exactOptional(figure),
  queuedMs: v.exactOptional(figure),
  firstByteMs: span,
  elapsedMs: span,
  lints: v.exactOptional(v.pipe(whole, v.maxValue(2 ** 31 - 1))),
  mark: v.exactOptional(v.picklist([1, 2, 3, 4, 5, 6, 7])),
  pinned: v.exactOptional(v.boolean()),
  comment: v.exactOptional(text),
}) satisfies v.GenericSchema<unknown, ExchangeRow>

/** A span that older programs did not write. */
const addedSpan = v.optional(span, null)

const exchange = v.object({
  row,
  requestHead: base64,
  responseHead: base64,
  faultOffset: v.nullable(whole),
  remoteAddress: text,
  remotePort: whole,
  localAddress: text,
  localPort: whole,
  timing: v.object({
    waited: addedSpan,
    turn: addedSpan,
    headComplete: span,
    routed: addedSpan,
    decided: addedSpan,
    responseStarted: span,
    contentTaken: addedSpan,
    ended: span,
  }),
  entityTag: v.optional(v.nullable(text), null),
  // What a transfer did over time is not read back: its curve has no table twin without the transfer itself.
  time: v.optional(
    v.pipe(
      v.unknown(),
      v.transform(() => null),
    ),
    null,
  ),
  repeats: v.exactOptional(whole),
}) satisfies v.GenericSchema<unknown, ExchangeDetail>

const savedAmount = v.exactOptional(v.object({ times: whole, bytes: whole }))

const client = v.object({
  id: whole,
  address: text,
  name: v.nullable(text),
  device: v.picklist(['phone', 'tablet', 'laptop', 'tv', 'server', 'terminal', 'unknown']),
  agent: v.nullable(text),
  // Whoever was there then is not there now.
  state: v.pipe(
    v.string(),
    v.transform(() => 'gone' as const),
  ),
  connections: whole,
  activeExchanges: whole,
  exchanges: whole,
  files: v.optional(whole, 0),
  filesDone: v.optional(whole, 0),
  sentBytes: whole,
  saved: v.exactOptional(
    v.object({ 'not-modified': savedAmount, head: savedAmount, resumed: savedAmount, parts: savedAmount }),
  ),
  bytesPerSecond: figure,
  spark: v.pipe(v.array(figure), v.maxLength(100)),
  firstSeenAt: figure,
  lastSeenAt: figure,
}) satisfies v.GenericSchema<unknown, ClientView>

/** The first line. */
export const sessionHead = v.object({ porthole: v.literal('session'), version: whole, savedAt: figure })

/** Every other line. */
export const sessionLine = v.union([v.object({ exchange }), v.object({ client }), v.object({ end: whole })])
export type SessionLine = v.InferOutput<typeof sessionLine>

/** Gives why a line cannot be read: where in it, and what was expected there. For a developer's eyes. */
export function sayIssue(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues
  if (issue === undefined) return ''
  return `${v.getDotPath(issue) ?? '.'}: ${issue.message}`.slice(0, 200)
}
