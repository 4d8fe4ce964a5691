/** Asks a request differently: the octets of one head in, those of another out. */
import { latin1Bytes, latin1Text } from '../../http/octets'
import type { Variation } from '../../../preload/own-request'

/** What decides which part of a representation comes, or whether one comes at all (RFC 9110 §13.1 and §14.2). */
const CONDITIONS = [
  'range',
  'if-range',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
] as const
/** What announces content. None is kept, so none is sent. */
const CONTENT_FIELDS = ['content-length', 'transfer-encoding', 'expect', 'trailer'] as const
/** So much of a file is asked for by a range: enough to see it come, little enough to be shorter than most files. */
const RANGE = 'Range: bytes=0-999'

interface HeadLines {
  readonly method: string
  readonly target: string
  readonly version: string
  /** Field lines as they came, without their line ends. */
  readonly fields: readonly string[]
}

/**
 * Gives the head that asks differently, or undefined when this one cannot be asked so: it is no well-formed head, or
 * there is no entity tag to ask with.
 *
 * @param entityTag of the representation that was answered
 */
export function varyRequest(
  head: Uint8Array,
  variation: Exclude<Variation, 'same'>,
  entityTag: string | undefined,
): Uint8Array | undefined {
  const lines = readLines(latin1Text(head))
  const varied = lines && vary(lines, variation, entityTag)
  if (varied === undefined) return undefined
  const { method, target, version, fields } = varied
  return latin1Bytes([`${method} ${target} ${version}`, ...without(fields, CONTENT_FIELDS), '', ''].join('\r\n'))
}

/** Tells whether content followed the head (RFC 9112 §6.3). */
export function announcesContent(head: Uint8Array): boolean {
  const fields = readLines(latin1Text(head))?.fields ?? []
  return fields.some((line) => isNamed(line, ['transfer-encoding']) || /^content-length:[ \t]*0*[1-9]/i.test(line))
}

/** Gives the entity tag in a response's head. */
export function entityTagIn(head: Uint8Array | null): string | undefined {
  return head === null ? undefined : /^etag:[ \t]*(\S+)[ \t]*$/im.exec(latin1Text(head))?.[1]
}

function vary(
  lines: HeadLines,
  variation: Exclude<Variation, 'same'>,
  entityTag: string | undefined,
): HeadLines | undefined {
  const unconditional = without(lines.fields, CONDITIONS)
  switch (variation) {
    case 'head':
      return { ...lines, method: 'HEAD' }
    case 'options':
      return { ...lines, method: 'OPTIONS' }
    case 'whole':
      return { ...lines, fields: unconditional }
    case 'range':
      // Range has a meaning for GET alone (RFC 9110 §14.2).
      return { ...lines, method: 'GET', fields: [...unconditional, RANGE] }
    case 'if-none-match':
      if (entityTag === undefined) return undefined
      return { ...lines, fields: [...unconditional, `If-None-Match: ${entityTag}`] }
    case 'http-1.0':
      return { ...lines, version: 'HTTP/1.0' }
    case 'no-host':
      return { ...lines, fields: without(lines.fields, ['host']) }
  }
}

function readLines(text: string): HeadLines | undefined {
  if (!text.endsWith('\r\n\r\n')) return undefined
  const [requestLine = '', ...fields] = text.slice(0, -4).split('\r\n')
  const [method, target, version, ...rest] = requestLine.split(' ')
  if (method === undefined || target === undefined || version === undefined || rest.length > 0) return undefined
  return { method, target, version, fields }
}

function without(fields: readonly string[], names: readonly string[]): readonly string[] {
  return fields.filter((line) => !isNamed(line, names))
}

function isNamed(line: string, names: readonly string[]): boolean {
  return names.includes(line.split(':', 1)[0]?.toLowerCase() ?? '')
}
