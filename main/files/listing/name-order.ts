import type { ListingView } from './listing-view'

/** What stands where a name is over: before every character. */
const END = 1
/** A number of more digits is left to the collator. */
const MAX_DIGITS = 15

/** Compares names as people of the language order them, numbers by their value; what they hold alike, by code unit. */
export function nameOrder(language: ListingView['language']): (a: string, b: string) => number {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const rankAt = asciiRanks(language)
  return (a, b) => compareAtDifference(a, b, rankAt) || compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** Gives the place of a name's character in the order of ASCII; 0 for every other character, `END` for none. */
type RankAt = (name: string, at: number) => number

function asciiRanks(language: ListingView['language']): RankAt {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base' })
  const ranks = new Uint8Array(128)
  const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).sort(compare)
  let rank = END
  for (const [index, character] of printable.entries()) {
    // Upper and lower case are of one rank: they differ by less than whatever follows them.
    if (index === 0 || compare(printable[index - 1] ?? '', character) !== 0) rank += 1
    ranks[character.charCodeAt(0)] = rank
  }
  return (name, at) => (at >= name.length ? END : (ranks[name.charCodeAt(at)] ?? 0))
}

/**
 * Compares two names where they first differ, when that decides it; 0 when the collator has to be asked, which takes
 * several times as long and would be most of what it takes to sort a large folder.
 *
 * What differs must be printable ASCII, and so must what stands beside it: in the languages that we speak, none of that
 * joins with a neighbour to something else, and a difference of letter, digit or punctuation weighs more than whatever
 * follows (the primary level of Unicode Technical Standard #10).
 */
function compareAtDifference(a: string, b: string, rankAt: RankAt): number {
  let at = 0
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at += 1
  const left = rankAt(a, at)
  const right = rankAt(b, at)
  if (left === 0 || right === 0 || rankAt(a, at + 1) === 0 || rankAt(b, at + 1) === 0) return 0
  if (at > 0 && rankAt(a, at - 1) === 0) return 0
  const digits = Number(isDigitAt(a, at)) + Number(isDigitAt(b, at))
  if (digits === 0 || (digits === 1 && !isDigitAt(a, at - 1))) return left - right

  let start = at
  while (isDigitAt(a, start - 1)) start -= 1
  if (start > 0 && rankAt(a, start - 1) === 0) return 0
  return numberAt(a, start, rankAt) - numberAt(b, start, rankAt) || 0
}

/** Reads the number that begins there; NaN when it is too long or goes on in other digits than ASCII's. */
function numberAt(name: string, start: number, rankAt: RankAt): number {
  let value = 0
  let at = start
  for (; isDigitAt(name, at); at += 1) value = value * 10 + name.charCodeAt(at) - 0x30
  return at - start > MAX_DIGITS || rankAt(name, at) === 0 ? NaN : value
}

function isDigitAt(name: string, at: number): boolean {
  const code = name.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}
