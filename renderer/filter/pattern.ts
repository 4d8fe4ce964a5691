/**
 * Regular expressions that a person types, kept from running away.
 *
 * JavaScript gives no way to stop a regular expression once it runs, and on a hostile target a careless one runs for
 * years. So what can explode is refused before it runs: a repeated group with a repeat or a choice inside (`(a+)+`,
 * `(a|a)*`), more than two open-ended repeats (`.*.*.*`), back references and looking around. What is left takes at
 * most about n³/6 steps for a text of n characters; texts are cut at 512, so that the worst row costs some 20 million
 * steps, and a budget stops a pattern that keeps meeting such rows (`PatternRunner`).
 */
import type { Pattern } from './query'

/** Longer ones are not typed by people. */
const LONGEST_SOURCE = 200
/** What stands beyond is not looked at. */
export const LONGEST_TEXT = 512
const MOST_OPEN_REPEATS = 2
const MOST_REPEATS = 8
const MOST_CHOICES = 12
/** A repeat that may go so often is as good as open-ended. */
const OPEN_FROM = 32

export type PatternRefusal = 'pattern-invalid' | 'pattern-unsafe'

/** Gives why a pattern is refused, or null when it may be run. */
export function refusePattern({ source, ignoreCase }: Pattern): PatternRefusal | null {
  if (source.length > LONGEST_SOURCE) return 'pattern-unsafe'
  try {
    new RegExp(source, flagsOf(ignoreCase))
  } catch {
    return 'pattern-invalid'
  }
  return isTame(source) ? null : 'pattern-unsafe'
}

// In the order they are tried: an escape, a set, the start of a group, its end, a choice, a repeat, anything else.
const PIECE =
  /\\(?:[1-9k])|\\u\{[^}]*\}|\\p\{[^}]*\}|\\[^]|\[(?:\\[^]|[^\]\\])*\]|\(\?:|\(\?|\(|\)|\||[*+?]\??|\{\d*(?:,\d*)?\}\??|[^]/giu

interface Group {
  /** Whether something in it repeats, or may be one thing or another. */
  restless: boolean
}

function isTame(source: string): boolean {
  const groups: Group[] = [{ restless: false }]
  const counted = { open: 0, repeats: 0, choices: 0 }
  let closed: Group | null = null
  for (const [piece] of source.matchAll(PIECE)) {
    if (/^\\[1-9k]/i.test(piece)) return false
    if (piece === '(?') return false
    const current = groups.at(-1)
    if (current === undefined) return false
    const repeat = repeatOf(piece)
    if (repeat !== null) {
      counted.repeats += 1
      if (repeat === 'open') counted.open += 1
      if (closed?.restless === true && repeat !== 'optional') return false
      current.restless = true
    } else if (piece === '|') {
      counted.choices += 1
      current.restless = true
    }
    closed = null
    if (piece === '(' || piece === '(?:') groups.push({ restless: false })
    else if (piece === ')') {
      closed = groups.pop() ?? null
      const outer = groups.at(-1)
      if (outer !== undefined && closed?.restless === true) outer.restless = true
    }
  }
  return counted.open <= MOST_OPEN_REPEATS && counted.repeats <= MOST_REPEATS && counted.choices <= MOST_CHOICES
}

function repeatOf(piece: string): 'open' | 'bounded' | 'optional' | null {
  if (/^[*+]/.test(piece)) return 'open'
  if (piece.startsWith('?')) return 'optional'
  const [, least = '', comma, most = ''] = /^\{(\d*)(,?)(\d*)\}/.exec(piece) ?? []
  if (comma === undefined) return null
  if (comma === ',' && most === '') return 'open'
  return Number(most || least) >= OPEN_FROM ? 'open' : 'bounded'
}

/** How long a pattern may take over all rows of one look, in milliseconds. */
const BUDGET_MS = 400
/** A single text that takes so long is a sign of what is to come. */
const SLOW_TEXT_MS = 40

/** Runs one pattern until it has used up its time. */
export class PatternRunner {
  readonly #expression: RegExp
  readonly #now: () => number
  #spentMs = 0
  #tired = false

  /** @param now milliseconds of a clock that only goes forward */
  constructor({ source, ignoreCase }: Pattern, now: () => number) {
    this.#expression = new RegExp(source, flagsOf(ignoreCase))
    this.#now = now
  }

  /** Whether it was given up because it takes too long. */
  get tired(): boolean {
    return this.#tired
  }

  /** Tells whether a text matches, as far as its first 512 characters; null once the pattern was given up. */
  test(text: string): boolean | null {
    if (this.#tired) return null
    const before = this.#now()
    const matches = this.#expression.test(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text)
    const tookMs = this.#now() - before
    if (tookMs >= 1) this.#spentMs += tookMs
    this.#tired = tookMs > SLOW_TEXT_MS || this.#spentMs > BUDGET_MS
    return matches
  }
}

function flagsOf(ignoreCase: boolean): string {
  return ignoreCase ? 'iu' : 'u'
}
