/** One version of a representation, by name (RFC 9110 §8.8.3). */
export interface EntityTag {
  readonly weak: boolean
  /** Between the quotes. Compared character by character: it means nothing. */
  readonly opaque: string
}

//     entity-tag = [ weak ] opaque-tag
//     weak       = %s"W/"
//     opaque-tag = DQUOTE *etagc DQUOTE
//     etagc      = %x21 / %x23-7E / obs-text
const ENTITY_TAG = /(W\/)?"([\x21\x23-\x7e\x80-\xff]*)"/y
const LIST_SEPARATOR = /[ \t]*(?:,[ \t]*)+/y
const LIST_START = /[ \t,]*/y

/** Reads exactly one entity tag, or gives undefined when the text is anything else. */
export function parseEntityTag(text: string): EntityTag | undefined {
  const match = matchAt(ENTITY_TAG, text, 0)
  return match?.[0].length === text.length ? toEntityTag(match) : undefined
}

/**
 * Reads the value of If-Match or If-None-Match: `*`, or a list of entity tags. A value that breaks the grammar anywhere
 * holds no tag at all, so that nothing matches by accident.
 *
 *     If-Match = "*" / #entity-tag      (RFC 9110 §13.1.1)
 */
export function parseEntityTags(value: string): '*' | readonly EntityTag[] {
  if (value === '*') return '*'
  const tags: EntityTag[] = []
  let at = matchAt(LIST_START, value, 0)?.[0].length ?? 0
  while (at < value.length) {
    const match = matchAt(ENTITY_TAG, value, at)
    if (match === undefined) return []
    tags.push(toEntityTag(match))
    at += match[0].length
    const separator = matchAt(LIST_SEPARATOR, value, at)
    if (separator === undefined) break
    at += separator[0].length
  }
  // What is left is not a list of entity tags.
  return at === value.length ? tags : []
}

/** Strong comparison (RFC 9110 §8.8.3.2): both strong, and the same. For ranges and for changing anything. */
export function matchesStrongly(a: EntityTag, b: EntityTag): boolean {
  return !a.weak && !b.weak && a.opaque === b.opaque
}

/** Weak comparison (RFC 9110 §8.8.3.2): the same, strong or not. For caches. */
export function matchesWeakly(a: EntityTag, b: EntityTag): boolean {
  return a.opaque === b.opaque
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

function toEntityTag([, weak, opaque = '']: RegExpExecArray): EntityTag {
  return { weak: weak !== undefined, opaque }
}
