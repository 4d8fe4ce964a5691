import type { Format } from '../../text/format'

/** A moment within an exchange. Below ten milliseconds a tenth tells more than it costs: `0.2 ms`, `59.4 s`. */
export function sayMoment(ms: number, format: Format): string {
  return ms > 0 && ms < 9.95 ? `${ms.toFixed(1)} ms` : format.duration(ms)
}
