/** Many small requests, by wrk. */
import { join } from 'node:path'
import { run } from '../../build/run.mjs'
import { findWrongAnswers, parseWrkOutput } from './wrk-output'
import type { ExpectedAnswers, WrkTotals } from './wrk-output'

export interface WrkOrder {
  readonly origin: string
  readonly target: string
  /** Each as `Name: value`. */
  readonly fields?: readonly string[]
  readonly durationMs: number
  readonly script?: 'totals.lua' | 'ranges.lua'
  readonly scriptArgs?: readonly string[]
  readonly expected: ExpectedAnswers
}

/**
 * Lets wrk ask for so long, from one thread, on as many connections as are expected.
 *
 * @throws {Error} when an answer was wrong
 */
export async function runWrk(order: WrkOrder): Promise<WrkTotals> {
  const { origin, target, fields = [], durationMs, script = 'totals.lua', scriptArgs = [], expected } = order
  const { code, output } = await run(
    'wrk',
    [
      ...['--threads', '1', '--connections', String(expected.connections)],
      // wrk counts in whole seconds.
      ...['--duration', `${String(Math.max(1, Math.round(durationMs / 1000)))}s`],
      ...['--timeout', '10s', '--script', join(import.meta.dirname, script)],
      ...fields.flatMap((field) => ['--header', field]),
      ...[`${origin}${target}`, '--', ...scriptArgs],
    ],
    { quiet: true },
  )
  if (code !== 0) throw new Error(`Cannot run wrk: ${output.slice(-500)}`)
  const totals = parseWrkOutput(output)
  const fault = findWrongAnswers(totals, expected)
  if (fault !== undefined) throw new Error(`Wrong answers to ${target}: ${fault}`)
  return totals
}
