/**
 * What is read of a HAR 1.2 file (http://www.softwareishard.com/blog/har-12-spec/), as browsers and proxies write it and
 * as `main/share/export/har.ts` does. Lenient where programs differ; what is not named here, contents above all, is
 * left out as it is read.
 */
import * as v from 'valibot'
import { exchangeState, rowFile, text, whole } from './row-schema'

/** Absent, or -1 where it is not known. */
const figure = v.optional(v.pipe(v.number(), v.finite()), -1)
const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
const fields = v.optional(v.pipe(v.array(v.object({ name: text, value: text })), v.maxLength(1000)), [])

const request = v.object({
  method: text,
  url: text,
  httpVersion: v.optional(text, ''),
  headers: fields,
  bodySize: figure,
  // Ours: the target as it was received.
  _target: v.optional(v.nullable(text)),
})

const response = v.object({
  status: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
  statusText: v.optional(text, ''),
  httpVersion: v.optional(text, ''),
  headers: fields,
  bodySize: figure,
  content: v.optional(v.object({ size: figure, compression: v.optional(v.number(), 0) })),
})

/** One request and its answer. Names with an underscore are ours. */
export const harEntry = v.object({
  startedDateTime: v.pipe(
    text,
    v.transform((written) => Date.parse(written)),
    v.number('Expected a date and time of ISO 8601'),
    v.finite('Expected a date and time of ISO 8601'),
    v.minValue(0),
  ),
  request,
  response,
  timings: v.optional(
    v.object({ blocked: figure, dns: figure, connect: figure, send: figure, wait: figure, receive: figure }),
    {},
  ),
  serverIPAddress: v.optional(text, ''),
  connection: v.optional(v.union([text, v.number()])),
  comment: v.optional(text, ''),
  _exchangeId: v.optional(id),
  _client: v.optional(text),
  _reason: v.optional(text),
  _ordinalOnConnection: v.optional(whole),
  _file: v.optional(rowFile),
  _state: v.optional(exchangeState),
  _mark: v.optional(v.picklist([1, 2, 3, 4, 5, 6, 7])),
  _pinned: v.optional(v.boolean()),
  _replayed: v.optional(v.boolean()),
  _notes: v.optional(v.pipe(v.array(text), v.maxLength(100)), []),
})
export type HarEntry = v.InferOutput<typeof harEntry>

const program = v.optional(v.object({ name: v.optional(text, ''), version: v.optional(text, '') }))

/** The file as a whole; its entries are read one by one. */
export const harFile = v.object({
  log: v.object({ creator: program, browser: program, entries: v.array(v.unknown()) }),
})
