import type { NoteSubject } from '../notes/note-subject'
import type { OctetSpan } from '../requests/octet-span'
import type { WireKind } from './wire-head'

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
  /** What its note is about. */
  readonly about: NoteSubject
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
