/** What a measurement gives. */

/** One figure beside what it has to be. */
export interface Reading {
  /** What was done to the server. */
  readonly under: string
  /** What has to hold, in words. */
  readonly holds: string
  readonly found: string
  readonly isHeld: boolean
}

/** Takes one or more figures; everything that it starts has ended when it resolves. */
export type Measurement = () => Promise<readonly Reading[]>

export const MEBIBYTE = 2 ** 20
export const GIBIBYTE = 2 ** 30

export function mebibytes(octets: number): string {
  return `${(octets / MEBIBYTE).toFixed(1)} MiB`
}

export function milliseconds(ms: number): string {
  return ms < 10 ? `${ms.toFixed(1)} ms` : ms < 10_000 ? `${ms.toFixed(0)} ms` : seconds(ms)
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
