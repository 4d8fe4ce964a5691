/**
 * How the filter's words meet a text: main searches heads with it, the window rows. Pure, and bounded in time whatever
 * a person types and whatever a client sends.
 */

/** What is looked for in a text. Letter case never matters. */
export type TextTest = {
  /** `wildcard`: the whole text, with `*` for any run of characters and `?` for any one. */
  readonly kind: 'contains' | 'equals' | 'wildcard'
  readonly text: string
}

/** Makes the function that tells whether a text passes a test. */
export function textMatcher({ kind, text }: TextTest): (given: string) => boolean {
  const wanted = text.toLowerCase()
  switch (kind) {
    case 'contains':
      return (given) => given.toLowerCase().includes(wanted)
    case 'equals':
      return (given) => given.toLowerCase() === wanted
    case 'wildcard':
      return (given) => matchesWildcard(given.toLowerCase(), wanted)
  }
}

/**
 * Tells whether the whole text fits a pattern of `*` and `?`.
 *
 * Own code where a library would do, because libraries turn such a pattern into a regular expression, and `*a*a*a*b`
 * can then keep the window busy for minutes. This goes back to the last `*` only, which is enough: at most
 * `text.length × pattern.length` steps (R. Salz's wildmat without its sets).
 */
export function matchesWildcard(text: string, pattern: string): boolean {
  let at = 0
  let of = 0
  let star = -1
  let resumeAt = 0
  while (at < text.length) {
    const wanted = pattern[of]
    if (wanted === '*') {
      star = of
      resumeAt = at
      of += 1
    } else if (wanted === '?' || (wanted !== undefined && wanted === text[at])) {
      at += 1
      of += 1
    } else if (star >= 0) {
      of = star + 1
      resumeAt += 1
      at = resumeAt
    } else {
      return false
    }
  }
  while (pattern[of] === '*') of += 1
  return of === pattern.length
}
