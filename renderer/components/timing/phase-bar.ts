import type { Phase } from './exchange-phases'

/** A phase as a piece of a bar, in CSS pixels. */
export interface PhasePiece {
  readonly phase: Phase
  readonly x: number
  readonly width: number
}

/** A phase too short to see still shows that it was. */
const LEAST = 3

/**
 * Cuts a bar into the phases of an exchange. The pieces fill it from end to end: what the shortest are given beyond
 * their due is taken from the others, in proportion.
 */
export function layOutPhases(phases: readonly Phase[], width: number): PhasePiece[] {
  const whole = phases.reduce((sum, { from, until }) => sum + until - from, 0)
  const spare = Math.max(0, width - LEAST * phases.length)
  let x = 0
  return phases.map((phase) => {
    const share = whole === 0 ? 1 / phases.length : (phase.until - phase.from) / whole
    const piece = { phase, x, width: LEAST + share * spare }
    x += piece.width
    return piece
  })
}
