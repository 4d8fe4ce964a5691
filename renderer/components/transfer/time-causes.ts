/** What the time of a response went to, as bars and as one verdict. */
import type { TransferTime } from '../../../preload/transfer-views'

export type Cause = 'waiting' | 'disk' | 'idle'
/** From the bottom of a bar up. */
export const causes = ['waiting', 'disk', 'idle'] as const

/** One stretch of time. The shares of the causes add up to 1. */
export interface TimeBar {
  readonly fromMs: number
  readonly lengthMs: number
  readonly bytesPerSecond: number
  readonly shares: Readonly<Record<Cause, number>>
}

export type Brake = 'client' | 'disk' | 'both' | 'none'

export interface TimeCauses {
  readonly elapsedMs: number
  readonly bars: readonly TimeBar[]
  /** The highest rate of all bars; never 0. */
  readonly mostPerSecond: number
  /** Of the whole time. */
  readonly shares: Readonly<Record<Cause, number>>
  readonly brake: Brake
}

/** From here on a cause is the one that counts. */
const MOST_OF_IT = 0.6
/** Below, a cause is not worth a word. */
const SOME_OF_IT = 0.2

/** A last stretch shorter than this says nothing of the rate: few octets over next to no time. */
const LEAST_MS = 100

export function causesOf({ sampleMs, elapsedMs, samples }: TransferTime): TimeCauses {
  const bars = samples.flatMap(([sentBytes, read, wait], index) => {
    const fromMs = index * sampleMs
    const lengthMs = Math.min(sampleMs, elapsedMs - fromMs)
    if (lengthMs <= 0 || (lengthMs < LEAST_MS && index > 0)) return []
    return [{ fromMs, lengthMs, bytesPerSecond: (sentBytes * 1000) / lengthMs, shares: sharesOf(lengthMs, read, wait) }]
  })
  const readMs = samples.reduce((sum, sample) => sum + sample[1], 0)
  const waitMs = samples.reduce((sum, sample) => sum + sample[2], 0)
  const shares = sharesOf(elapsedMs, readMs, waitMs)
  return {
    elapsedMs,
    bars,
    mostPerSecond: Math.max(1, ...bars.map(({ bytesPerSecond }) => bytesPerSecond)),
    shares,
    brake: brakeOf(shares),
  }
}

function sharesOf(lengthMs: number, readMs: number, waitMs: number): Readonly<Record<Cause, number>> {
  const whole = Math.max(lengthMs, readMs + waitMs, 1)
  const [disk, waiting] = [readMs / whole, waitMs / whole]
  return { waiting, disk, idle: Math.max(0, 1 - disk - waiting) }
}

function brakeOf({ waiting, disk, idle }: Readonly<Record<Cause, number>>): Brake {
  if (idle >= MOST_OF_IT) return 'none'
  if (waiting >= MOST_OF_IT && disk < SOME_OF_IT) return 'client'
  if (disk >= MOST_OF_IT && waiting < SOME_OF_IT) return 'disk'
  if (disk >= SOME_OF_IT && waiting >= SOME_OF_IT) return 'both'
  return waiting >= disk ? 'client' : 'disk'
}
