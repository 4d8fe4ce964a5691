/** What can be asked of a part of a head that somebody points at in its tree. */
import { termOfHeadPart, termOfOctets } from '../../filter/head-node-terms'
import type { ColumnKey } from '../requests/columns'
import type { HeadKind } from './wire-head'
import type { WireNode } from './wire-tree'

/** The tree that the part is in. */
export interface NodeTree {
  readonly nodes: readonly WireNode[]
  readonly octets: Uint8Array
  readonly kind: HeadKind
}

/** Terms of the filter language, and the column that shows the same of all rows. */
export interface NodeTerms {
  readonly terms: readonly string[]
  readonly column: ColumnKey | null
}

/**
 * Gives what can be asked of a part: what it says, else its octets as they stand, else what is asked of the part that
 * it belongs to. Null for what was never sent: content, and what was worked out.
 */
export function termsOfNode(node: WireNode, tree: NodeTree): NodeTerms | null {
  const own = ownTerms(node, tree)
  if (own !== null) return own
  const parent = tree.nodes.find(({ id }) => id === node.parent)
  if (parent !== undefined && parent.about.area === 'field') return termsOfNode(parent, tree)
  const term = node.span === null ? null : termOfOctets(tree.octets.subarray(node.span.start, node.span.end))
  if (term !== null) return { terms: [term], column: null }
  return parent === undefined ? null : termsOfNode(parent, tree)
}

function ownTerms(node: WireNode, tree: NodeTree): NodeTerms | null {
  const { id, about, value, parent } = node
  const { nodes, kind: side } = tree
  if (about.area === 'syntax' && (about.name === 'request-line' || about.name === 'status-line')) {
    const parts = nodes.filter((each) => each.parent === id && each.about.area !== 'version')
    const terms = parts.map(({ about: of, value: text }) =>
      termOfHeadPart({ side, about: of, isName: false, value: text }),
    )
    const found = terms.filter((term) => term !== null)
    return found.length === 0 ? null : { terms: [...new Set(found)], column: null }
  }
  const isName = about.area === 'syntax' && about.name === 'field-name'
  const of = isName ? (nodes.find((each) => each.id === parent)?.about ?? about) : about
  const exact = of.area === 'field' ? exactValue(node, tree) : undefined
  if (exact === null) return null
  const term = termOfHeadPart({ side, about: exact === undefined ? of : { ...of, value: exact }, isName, value })
  return term === null ? null : { terms: [term], column: columnOf(of) }
}

/** A field's value as it is looked for, not as it is shown; null where it is no text. */
function exactValue({ id, parent }: WireNode, { nodes, octets }: NodeTree): string | null {
  const field = nodes.find((each) => each.id === `${id}-value` || each.id === `${parent ?? ''}-value`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets.subarray(field?.span?.start, field?.span?.end))
  } catch {
    return null
  }
}

function columnOf({ area, name }: WireNode['about']): ColumnKey | null {
  if (area === 'version') return 'version'
  return area === 'field' ? `field:${name.toLowerCase()}` : null
}
