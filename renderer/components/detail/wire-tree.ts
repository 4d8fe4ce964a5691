import { decodeTarget } from '../../../preload/inert-text'
import type { Catalogue } from '../../text/catalogue'
import type { OctetSpan } from '../requests/octet-span'
import { readOctets } from './octets'
import type { HeadKind, WireHead, WireKind, WireSpan } from './wire-head'

/** A part of a head as the tree shows it. */
export interface WireNode {
  /** Unique in its tree, and the same for the same part whatever is expanded. */
  readonly id: string
  readonly level: 1 | 2 | 3
  readonly parent: string | null
  readonly label: string
  readonly value: string
  /** What its value is drawn as. */
  readonly kind: WireKind | 'inferred'
  /** The octets it stands for; null where it was worked out from them. */
  readonly span: OctetSpan | null
  readonly expandable: boolean
  /** What it is, for the line that tells which octets are lit. */
  readonly path: string
  readonly count: number | null
}

interface Source {
  readonly octets: Uint8Array
  readonly head: WireHead
  readonly kind: HeadKind
  readonly t: Catalogue['detail']
}

/** Gives all nodes of a head, parents before their children. */
export function growTree(source: Source): WireNode[] {
  const { head, t } = source
  const nodes = [...startLineNodes(source), ...fieldNodes(source)]
  if (head.blank !== null) {
    nodes.push(
      node({ id: 'blank', level: 1, label: t.blankLine, value: t.endOfHead, kind: 'inferred', span: head.blank }),
    )
  }
  if (head.unread !== null) {
    const value = t.bytes(head.unread.end - head.unread.start)
    nodes.push(node({ id: 'unread', level: 1, label: t.unread, value, kind: 'inferred', span: head.unread }))
  }
  return nodes
}

function startLineNodes({ octets, head, kind, t }: Source): WireNode[] {
  if (head.startLine === null) return []
  const label = kind === 'request' ? t.requestLine : t.statusLine
  const line = node({ id: 'line', level: 1, label, span: head.startLine.span, expandable: true })
  const parts = head.startLine.parts.flatMap((part) => {
    const value = readOctets(octets, part)
    const own = node({
      id: part.kind,
      level: 2,
      parent: 'line',
      label: nameOf(part, t),
      value,
      kind: part.kind,
      span: part,
    })
    return part.kind === 'target' ? [own, ...readTarget(octets, part, t)] : [own]
  })
  return [line, ...parts]
}

/** How people read a target that holds escapes. */
function readTarget(octets: Uint8Array, span: OctetSpan, t: Catalogue['detail']): WireNode[] {
  const target = Array.from(octets.subarray(span.start, span.end), (octet) => String.fromCharCode(octet)).join('')
  const value = decodeTarget(target)
  if (value === target) return []
  return [node({ id: 'reads', level: 2, parent: 'line', label: t.readsAs, value, kind: 'inferred', span: null })]
}

function nameOf({ kind }: WireSpan, t: Catalogue['detail']): string {
  if (kind === 'method') return t.method
  if (kind === 'target') return t.target
  if (kind === 'version') return t.version
  return kind === 'status' ? t.status : t.reasonPhrase
}

function fieldNodes({ octets, head, t }: Source): WireNode[] {
  const first = head.fields[0]
  const last = head.fields.at(-1)
  if (first === undefined || last === undefined) return []
  const span = { start: first.span.start, end: last.span.end }
  const all = node({ id: 'fields', level: 1, label: t.fields, span, expandable: true, count: head.fields.length })
  const fields = head.fields.flatMap((field, index) => {
    const id = `field-${String(index)}`
    const name = readOctets(octets, field.name)
    const value = readOctets(octets, field.value)
    const own = { level: 2, parent: 'fields', label: name, value, kind: 'value', span: field.span } as const
    const child = { level: 3, parent: id } as const
    return [
      node({ ...own, id, expandable: true, path: `${t.field} · ${name}` }),
      node({
        ...child,
        id: `${id}-name`,
        label: t.name,
        value: name,
        kind: 'name',
        span: field.name,
        path: `${t.name} · ${name}`,
      }),
      node({
        ...child,
        id: `${id}-value`,
        label: t.value,
        value,
        kind: 'value',
        span: field.value,
        path: `${t.value} · ${name}`,
      }),
    ]
  })
  return [all, ...fields]
}

function node(given: Pick<WireNode, 'id' | 'level' | 'label' | 'span'> & Partial<WireNode>): WireNode {
  const empty = { parent: null, value: '', kind: 'name', expandable: false, count: null, path: given.label } as const
  return { ...empty, ...given }
}

/** Gives the nodes that stand in the open: those whose parents are all expanded. */
export function visibleNodes(nodes: readonly WireNode[], collapsed: ReadonlySet<string>): WireNode[] {
  const hidden = new Set<string>()
  return nodes.filter(({ id, parent }) => {
    if (parent === null || (!hidden.has(parent) && !collapsed.has(parent))) return true
    hidden.add(id)
    return false
  })
}

/** Gives the smallest part that an octet belongs to. */
export function nodeAt(nodes: readonly WireNode[], offset: number): WireNode | undefined {
  return nodes.findLast(({ span }) => span !== null && offset >= span.start && offset < span.end)
}

/** Gives the node itself, or the nearest of its parents that stands in the open. */
export function shownFor(nodes: readonly WireNode[], visible: readonly WireNode[], id: string): string | null {
  let at: string | null = id
  while (at !== null && !visible.some((each) => each.id === at)) {
    const wanted: string = at
    at = nodes.find((each) => each.id === wanted)?.parent ?? null
  }
  return at
}
