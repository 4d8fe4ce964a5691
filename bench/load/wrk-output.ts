/** What `totals.lua` has wrk print. */

/** What one run of wrk has counted. */
export interface WrkTotals {
  readonly elapsedUs: number
  /** Answers that came whole. */
  readonly requests: number
  /** Octets of all answers, with their heads, and of those that were still coming at the end. */
  readonly bytes: number
  readonly p50Us: number
  readonly p99Us: number
  /** Connections that could not be made or broke, and answers that took too long. */
  readonly failed: number
  /** Answers with a status above 399. */
  readonly refused: number
}

/**
 * Finds the totals in the output of wrk.
 *
 * @throws {Error} when they are not there
 */
export function parseWrkOutput(output: string): WrkTotals {
  const line = output.split('\n').find((each) => each.startsWith('#{'))
  if (line === undefined) throw new Error(`Cannot read what wrk has printed: ${output.slice(-500)}`)
  return JSON.parse(line.slice(1)) as WrkTotals
}

export interface ExpectedAnswers {
  /** How long one answer is, its head with it, in octets. */
  readonly wireBytes: number
  /** By how much its head may differ, in octets. */
  readonly toleranceBytes?: number
  readonly connections: number
}

/**
 * Says what was wrong with the answers, which all had to be of one length. wrk can tell a script of each answer, but
 * then the script is what is measured; so all together are compared: octets that came, less those of as many right
 * answers, must be what can have been under way at the end.
 *
 * @returns absent when nothing was
 */
export function findWrongAnswers(totals: WrkTotals, expected: ExpectedAnswers): string | undefined {
  const { requests, bytes, failed, refused } = totals
  if (requests === 0) return 'nothing was answered'
  if (refused > 0) return `${String(refused)} of ${String(requests)} answers were refusals`
  if (failed > 0) return `${String(failed)} connections broke beside ${String(requests)} answers`
  const { wireBytes, toleranceBytes = 0, connections } = expected
  const tolerance = toleranceBytes * requests
  const surplus = bytes - requests * wireBytes
  if (surplus >= -tolerance && surplus <= connections * wireBytes + tolerance) return undefined
  return `${String(requests)} answers of ${String(wireBytes)} octets each had ${String(bytes)} in all`
}
