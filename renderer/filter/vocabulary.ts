/** The words of the filter language: its keys with the type of what they speak of, and its flags. */

/** How a key's value is read and compared. */
export type ValueType =
  | 'text'
  /** One of few words: equal, not contained. */
  | 'word'
  | 'status'
  | 'address'
  | 'count'
  /** One of the seven marks. */
  | 'mark'
  | 'connection'
  | 'octets'
  | 'rate'
  | 'duration'
  | 'moment'
  /** Notes that Porthole makes by itself. */
  | 'note'
  /** Looked up in the heads, which main has. */
  | 'head'

const TYPES = {
  method: 'word',
  status: 'status',
  path: 'text',
  file: 'text',
  query: 'text',
  client: 'text',
  ip: 'address',
  port: 'count',
  conn: 'connection',
  ua: 'text',
  http: 'word',
  bytes: 'octets',
  size: 'octets',
  range: 'octets',
  rate: 'rate',
  dur: 'duration',
  ttfb: 'duration',
  time: 'moment',
  mark: 'mark',
  comment: 'text',
  note: 'note',
  close: 'word',
  transfer: 'count',
  header: 'head',
  reqheader: 'head',
  resheader: 'head',
  raw: 'head',
} as const satisfies Record<string, ValueType>

export type KeyName = keyof typeof TYPES

/** All keys, in the order in which they are offered. */
export const keyNames = Object.keys(TYPES) as readonly KeyName[]

export function isKeyName(name: string): name is KeyName {
  return Object.hasOwn(TYPES, name)
}

export function typeOf(key: KeyName): ValueType {
  return TYPES[key]
}

/** Whether a key is written with a field's name in brackets. */
export function takesField(key: KeyName): boolean {
  return key === 'header' || key === 'reqheader' || key === 'resheader'
}

export type Possession = (typeof possessions)[number]

/** What a row may have or not, so that `has:` says something. */
export const possessions = [
  'file',
  'query',
  'range',
  'ua',
  'status',
  'mark',
  'comment',
  'note',
  'header',
  'reqheader',
  'resheader',
] as const

export const flags = [
  'active',
  'done',
  'complete',
  'partial',
  'problem',
  'aborted',
  'resumed',
  'segmented',
  'error',
  'malformed',
  'cached',
  'slow',
  'stalled',
  'keepalive',
  'closed',
  'pinned',
  'replayed',
] as const
export type Flag = (typeof flags)[number]

export function isFlag(word: string): word is Flag {
  return (flags as readonly string[]).includes(word)
}
