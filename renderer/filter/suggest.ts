import { distance } from 'fastest-levenshtein'
import { lintIds, type LintId } from '../../preload/lints'
import type { Span } from './query'
import { flags, keyNames } from './vocabulary'

/** A word that may be a slip, and what was most likely meant. */
export interface Doubt {
  readonly span: Span
  readonly written: string
  readonly near: string
}

/** Letters that may be wrong: one in a short word, two in a longer one. */
function tolerance(word: string): number {
  return word.length < 5 ? 1 : 2
}

/** Gives the key that a word is most likely meant to be, or null when it resembles none. */
export function suggestKey(word: string): string | null {
  return nearest(word.toLowerCase(), [...keyNames, 'is', 'has']) ?? null
}

/** Gives the flag that a word is most likely meant to be, or null when it resembles none. */
export function suggestFlag(word: string): string | null {
  return nearest(word.toLowerCase(), flags) ?? null
}

/** Gives the note that a word is most likely meant to be, or null when it resembles none. */
export function suggestLint(word: string): LintId | null {
  return nearest(word.toLowerCase(), lintIds) ?? null
}

/** What people call a key that has another name here. */
const SYNONYMS: Readonly<Record<string, string>> = {
  duration: 'dur',
  agent: 'ua',
  useragent: 'ua',
  host: 'client',
  address: 'ip',
  addr: 'ip',
  url: 'path',
  code: 'status',
  verb: 'method',
  version: 'http',
  length: 'size',
  sent: 'bytes',
  state: 'is',
  connection: 'conn',
  speed: 'rate',
  name: 'file',
  field: 'header',
  lint: 'note',
  notes: 'note',
  remark: 'comment',
}

function nearest<W extends string>(word: string, words: readonly W[]): W | undefined {
  const synonym = Object.hasOwn(SYNONYMS, word) ? SYNONYMS[word] : undefined
  const meant = words.find((each) => each === synonym)
  if (meant !== undefined) return meant
  let best: W | undefined
  let least = tolerance(word) + 1
  for (const each of words) {
    const far = isSwapped(word, each) ? 1 : distance(word, each)
    if (far < least) [best, least] = [each, far]
  }
  return best
}

/** Two neighbours in the wrong order: the commonest slip, and two steps to Levenshtein. */
function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length) return false
  const at = Array.from(word).findIndex((letter, index) => letter !== other[index])
  if (at < 0) return false
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2) === other
}
