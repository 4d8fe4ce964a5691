import { decodeTarget } from '../../../preload/inert-text'
import { contentEnd } from '../notes/content-end'
import type { ExchangeHeads } from '../notes/exchange-heads'
import { inferValue } from '../notes/infer-value'
import type { NoteSubject } from '../notes/note-subject'
import type { OctetSpan } from '../requests/octet-span'
import type { Voice } from '../requests/row-words'
import { latin1, readOctets } from './octets'
import type { HeadKind, StartLine, WireField, WireHead, WireSpan } from './wire-head'
import type { WireNode } from './wire-tree'

/** The node of what follows the head. */
export const CONTENT_ID = 'content'

/** What a tree is grown from. */
export interface TreeSource {
  readonly octets: Uint8Array
  readonly head: WireHead
  readonly kind: HeadKind
  /** Both messages of the exchange, for what is inferred from them. */
  readonly heads: ExchangeHeads
  readonly voice: Voice
  /** Octets of content that came with it; null where none did. */
  readonly contentBytes: number | null
}

/** Gives all nodes of a head, parents before their children. */
export function growTree(source: TreeSource): WireNode[] {
  const { head, kind, heads, voice, contentBytes } = source
  const t = voice.t.detail
  const nodes = [...(head.startLine === null ? [] : startLineNodes(source, head.startLine)), ...fieldNodes(source)]
  if (head.blank !== null) {
    const ends = { area: 'framing', name: contentEnd(kind, heads) } as const
    const hasContent = contentBytes !== null
    // Without content, what there is to say of the blank line is why nothing follows it.
    const about = hasContent ? syntax('blank-line') : ends
    const value = t.endOfHead
    nodes.push(node({ id: 'blank', level: 1, label: t.blankLine, value, kind: 'inferred', span: head.blank, about }))
    if (hasContent) {
      const size = voice.format.exactSize(contentBytes)
      const own = { id: CONTENT_ID, level: 1, label: voice.t.content.content, value: size, kind: 'inferred' } as const
      nodes.push(node({ ...own, span: null, about: ends }))
    }
  }
  if (head.unread !== null) {
    const value = t.bytes(head.unread.end - head.unread.start)
    const about = syntax('unread')
    nodes.push(node({ id: 'unread', level: 1, label: t.unread, value, kind: 'inferred', span: head.unread, about }))
  }
  return nodes
}

function startLineNodes(source: TreeSource, { span, parts, lineEnd }: StartLine): WireNode[] {
  const { kind, voice } = source
  const t = voice.t.detail
  const isRequest = kind === 'request'
  const about = syntax(isRequest ? 'request-line' : 'status-line')
  const label = isRequest ? t.requestLine : t.statusLine
  return [
    node({ id: 'line', level: 1, label, span, expandable: true, about }),
    ...parts.flatMap((part) => partNodes(source, part)),
    ...lineEndNode({ id: 'line-end', level: 2, parent: 'line', span: lineEnd }, source),
  ]
}

function partNodes(source: TreeSource, part: WireSpan): WireNode[] {
  const { octets, voice } = source
  const t = voice.t.detail
  const value = readOctets(octets, part)
  const own = { id: part.kind, level: 2, parent: 'line', value, kind: part.kind, span: part } as const
  switch (part.kind) {
    case 'method':
      return [node({ ...own, label: t.method, about: { area: 'method', name: value } })]
    case 'status':
      return [node({ ...own, label: t.status, about: { area: 'status', name: value } })]
    case 'version':
      return [node({ ...own, label: t.version, about: { area: 'version', name: value } })]
    case 'target':
      return targetNodes(source, part, own)
    default:
      return [node({ ...own, label: t.reasonPhrase, about: syntax('reason-phrase') })]
  }
}

/** A target, its path and query where it has both, and how people read it where it holds escapes. */
function targetNodes(
  source: TreeSource,
  span: OctetSpan,
  own: Pick<WireNode, 'id' | 'level' | 'parent' | 'value' | 'kind' | 'span'>,
): WireNode[] {
  const { t } = source.voice
  const target = latin1(source.octets, span)
  const form = formOf(target)
  const question = form === 'origin-form' ? target.indexOf('?') : -1
  const hasQuery = question >= 0
  const nodes = [
    node({ ...own, label: t.detail.target, about: syntax(form), expandable: hasQuery }),
    ...(hasQuery ? pathAndQuery(source, span, span.start + question) : []),
  ]
  const value = decodeTarget(target)
  if (value === target) return nodes
  const reading = { level: 2, parent: 'line', label: t.inferred.reads, value, kind: 'inferred', span: null } as const
  return [...nodes, node({ id: 'reads', ...reading, about: syntax('percent-encoding') })]
}

/** @param mark where the question mark stands */
function pathAndQuery({ octets, voice }: TreeSource, { start, end }: OctetSpan, mark: number): WireNode[] {
  const part = (id: 'path' | 'query', span: OctetSpan): WireNode => {
    const own = { id: `target-${id}`, level: 3, parent: 'target', kind: 'target' } as const
    return node({ ...own, label: voice.t.detail[id], value: readOctets(octets, span), span, about: syntax(id) })
  }
  return [part('path', { start, end: mark }), part('query', { start: mark, end })]
}

/** The form of a target, by how it begins (RFC 9112 §3.2). */
function formOf(target: string): 'origin-form' | 'absolute-form' | 'authority-form' | 'asterisk-form' {
  if (target === '*') return 'asterisk-form'
  if (target.startsWith('/')) return 'origin-form'
  return /^[a-z][a-z\d+.-]*:\/\//i.test(target) ? 'absolute-form' : 'authority-form'
}

function fieldNodes(source: TreeSource): WireNode[] {
  const { head, voice } = source
  const first = head.fields[0]
  const last = head.fields.at(-1)
  if (first === undefined || last === undefined) return []
  const span = { start: first.span.start, end: last.lineEnd.end }
  const about = syntax('fields')
  const count = head.fields.length
  return [
    node({ id: 'fields', level: 1, label: voice.t.detail.fields, span, expandable: true, count, about }),
    ...head.fields.flatMap((field, index) => oneField(source, field, `field-${String(index)}`)),
  ]
}

function oneField(source: TreeSource, field: WireField, id: string): WireNode[] {
  const { octets, kind, heads, voice } = source
  const t = voice.t.detail
  const name = readOctets(octets, field.name)
  const value = readOctets(octets, field.value)
  const about = { area: 'field', name, value } as const
  const child = { level: 3, parent: id } as const
  const inferred = inferValue({ kind, name: name.toLowerCase(), value }, heads, voice)
  const colon = { start: field.name.end, end: field.name.end + 1 }
  const part = (key: string, label: string, given: Pick<WireNode, 'value' | 'kind' | 'span' | 'about'>): WireNode =>
    node({ ...child, id: `${id}-${key}`, label, path: `${label} · ${name}`, ...given })
  return [
    node({
      id,
      level: 2,
      parent: 'fields',
      label: name,
      value,
      kind: 'value',
      span: field.span,
      expandable: true,
      path: `${t.field} · ${name}`,
      about,
    }),
    part('name', t.name, { value: name, kind: 'name', span: field.name, about: syntax('field-name') }),
    ...(colon.end <= field.span.end && field.value.start > field.name.end
      ? [part('colon', t.colon, { value: ':', kind: 'colon', span: colon, about: syntax('colon') })]
      : []),
    part('value', t.value, { value, kind: 'value', span: field.value, about }),
    ...(inferred === null
      ? []
      : [part('inferred', inferred.label, { value: inferred.value, kind: 'inferred', span: null, about })]),
    ...lineEndNode({ ...child, id: `${id}-end`, span: field.lineEnd, path: `${t.lineEnd} · ${name}` }, source),
  ]
}

function lineEndNode(
  own: Pick<WireNode, 'id' | 'level' | 'parent'> & { readonly span: OctetSpan; readonly path?: string },
  { octets, voice }: TreeSource,
): WireNode[] {
  if (own.span.end === own.span.start) return []
  const value = latin1(octets, own.span).replace('\r', 'CR ').replace('\n', 'LF').trimEnd()
  const label = voice.t.detail.lineEnd
  return [node({ ...own, label, value, kind: 'line-end', about: syntax('line-end') })]
}

function syntax(name: Extract<NoteSubject, { area: 'syntax' }>['name']): NoteSubject {
  return { area: 'syntax', name }
}

function node(given: Pick<WireNode, 'id' | 'level' | 'label' | 'span' | 'about'> & Partial<WireNode>): WireNode {
  const empty = { parent: null, value: '', kind: 'name', expandable: false, count: null, path: given.label } as const
  return { ...empty, ...given }
}
