import type { ChapterId } from '../../state/lesson.svelte'
import type { WireKind } from '../detail/wire-head'
import type { LessonWord } from './chapters'

/** A stretch of a figure: real octets, drawn one by one, with a bracket and a word below. */
export interface StripPart {
  /** One character for each octet. */
  readonly octets: string
  readonly kind: WireKind
  readonly label?: LessonWord
}

export type StripLine = readonly StripPart[]

const part = (octets: string, kind: WireKind, label?: LessonWord): StripPart =>
  label === undefined ? { octets, kind } : { octets, kind, label }
const SPACE = part(' ', 'space')
const LINE_END = part('\r\n', 'line-end')
const field = (name: string, value: string): StripLine => [
  part(name, 'name', 'partName'),
  part(':', 'colon'),
  SPACE,
  part(value, 'value', 'partValue'),
  LINE_END,
]

/** The figures that are drawn octet by octet; three chapters have one of another kind. */
export const figures: { readonly [C in ChapterId]?: readonly StripLine[] } = {
  request: [
    [
      part('GET', 'method', 'partMethod'),
      SPACE,
      part('/sea.jpg', 'target', 'partTarget'),
      SPACE,
      part('HTTP/1.1', 'version', 'partVersion'),
      part('\r\n', 'line-end', 'partEnd'),
    ],
    field('Host', '10.0.0.7'),
    [part('\r\n', 'line-end', 'emptyLine')],
  ],
  response: [
    [
      part('HTTP/1.1', 'version', 'partVersion'),
      SPACE,
      part('200', 'status', 'partStatus'),
      SPACE,
      part('OK', 'reason', 'partReason'),
      LINE_END,
    ],
    field('Content-Length', '5'),
    [part('\r\n', 'line-end', 'emptyLine')],
    [part('Hello', 'value', 'chunkContent')],
  ],
  stateless: [
    [part('GET /1 HTTP/1.1\r\n', 'target', 'requestLine'), part('Host: 10.0.0.7\r\n', 'name', 'toldAgain')],
    [part('GET /2 HTTP/1.1\r\n', 'target', 'requestLine'), part('Host: 10.0.0.7\r\n', 'name', 'toldAgain')],
  ],
  connections: [
    [part('GET /1 HTTP/1.1\r\nHost: a\r\n\r\n', 'target', 'firstRequest')],
    [part('GET /2 HTTP/1.1\r\nHost: a\r\n\r\n', 'method', 'secondRequest')],
  ],
  caching: [
    field('ETag', '"1e68-x"').map((each) =>
      each.kind === 'value' ? { ...each, label: 'validatorOpaque' as const } : each,
    ),
    field('If-None-Match', '"1e68-x"'),
    [
      part('HTTP/1.1', 'version', 'partVersion'),
      SPACE,
      part('304', 'status', 'partStatus'),
      SPACE,
      part('Not Modified', 'reason', 'partReason'),
      LINE_END,
    ],
  ],
  ranges: [
    [
      part('Range', 'name', 'partName'),
      part(': ', 'colon'),
      part('bytes', 'version', 'rangeUnit'),
      part('=', 'colon'),
      part('0', 'value', 'rangeFirst'),
      part('-', 'colon'),
      part('9', 'value', 'rangeLast'),
      LINE_END,
    ],
    [
      part('Content-Range', 'name', 'partName'),
      part(': ', 'colon'),
      part('bytes', 'version', 'rangeUnit'),
      SPACE,
      part('0', 'value', 'rangeFirst'),
      part('-', 'colon'),
      part('9', 'value', 'rangeLast'),
      part('/', 'colon'),
      part('100000', 'status', 'rangeWhole'),
      LINE_END,
    ],
  ],
  chunked: [
    [part('5\r\n', 'status', 'chunkLength'), part('Hello', 'value', 'chunkContent'), LINE_END],
    [part('0\r\n', 'status', 'chunkLast'), part('\r\n', 'line-end', 'partEnd')],
  ],
  versions: [
    [part('GET / HTTP/1.1\r\n', 'target', 'version1')],
    [part('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'version', 'version2')],
  ],
}
