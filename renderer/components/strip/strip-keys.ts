import type { BinSpan, TimeSpan } from './bins'

/** Where the keyboard is on the strip, and what is chosen. */
export interface StripPlace {
  readonly span: BinSpan
  /** Milliseconds since the epoch; null before the first key. */
  readonly at: number | null
  readonly chosen: TimeSpan | null
}

/** So many steps at once for the keys that go far. */
const FAR = 10

/**
 * Gives where a key leads: an arrow to the next step, Page Up and Down ten steps on, Home and End to the ends. With
 * Shift what lies between is chosen; undefined for a key that leads nowhere.
 */
export function stepSpan(
  pressed: { readonly key: string; readonly extends: boolean },
  { span, at, chosen }: StripPlace,
): { readonly at: number; readonly chosen: TimeSpan | null } | undefined {
  const { from, until, stepMs } = span
  const last = until - stepMs
  const here = Math.min(Math.max(at ?? last, from), last)
  const to = {
    ArrowLeft: here - stepMs,
    ArrowRight: here + stepMs,
    PageDown: here - FAR * stepMs,
    PageUp: here + FAR * stepMs,
    Home: from,
    End: last,
  }[pressed.key]
  if (to === undefined) return undefined
  const next = Math.min(Math.max(to, from), last)
  if (!pressed.extends) return { at: next, chosen }
  // The end of the choice that the keyboard stands at moves; the other one stays.
  const anchor = chosen === null ? here : chosen.from === here ? chosen.until - stepMs : chosen.from
  return { at: next, chosen: { from: Math.min(anchor, next), until: Math.max(anchor, next) + stepMs } }
}
