/** What `npm run bench` is asked for. */
import { parseArgs } from 'node:util'

export interface BenchOptions {
  readonly isQuick: boolean
  /** Names of workloads; absent for all. */
  readonly only: readonly string[] | undefined
  /** Names of servers beside Porthole; absent for all. */
  readonly peers: readonly string[] | undefined
  readonly rounds: number
  readonly durationMs: number
  /** Where the report goes as Markdown; absent for the screen alone. */
  readonly report: string | undefined
  /** Keeps what was found there, beside what is there already; absent for nowhere. */
  readonly results: string | undefined
}

/** `--quick` ends within three minutes. */
const QUICK = { rounds: 3, seconds: 1 }
const WHOLE = { rounds: 5, seconds: 3 }
const MOST_ROUNDS = 99
const MOST_SECONDS = 60

/** A command line that asks for what there is not. */
export class OptionError extends Error {
  override readonly name = 'OptionError'
}

/**
 * Reads a command line.
 *
 * @param names what `--only` and `--peers` may name
 * @throws {OptionError}
 */
export function parseOptions(
  argv: readonly string[],
  names: { readonly workloads: readonly string[]; readonly peers: readonly string[] },
): BenchOptions {
  const values = readValues(argv)
  const usual = values.quick === true ? QUICK : WHOLE
  return {
    isQuick: values.quick === true,
    only: namesOf('only', values.only, names.workloads),
    peers: namesOf('peers', values.peers, names.peers),
    rounds: numberOf('rounds', values.rounds, { usual: usual.rounds, most: MOST_ROUNDS }),
    durationMs: numberOf('seconds', values.seconds, { usual: usual.seconds, most: MOST_SECONDS }) * 1000,
    report: values.report,
    results: values.results,
  }
}

function readValues(argv: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { only: text, peers: text, rounds: text, seconds: text, report: text, results: text }
    return parseArgs({ args: [...argv], options: { quick: { type: 'boolean' }, ...options } }).values
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error))
  }
}

function namesOf(option: string, text: string | undefined, known: readonly string[]): readonly string[] | undefined {
  if (text === undefined) return undefined
  const names = text.split(',').filter(Boolean)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown === undefined) return names
  throw new OptionError(`Cannot take --${option} ${JSON.stringify(unknown)}: expected some of ${known.join(', ')}`)
}

/** Reads an option that is a whole number from 1 on, of two digits at most. */
export function numberOf(
  option: string,
  text: string | undefined,
  { usual, most }: { readonly usual: number; readonly most: number },
): number {
  if (text === undefined) return usual
  const number = Number(text)
  if (/^\d{1,2}$/.test(text) && number >= 1 && number <= most) return number
  throw new OptionError(
    `Cannot take --${option} ${JSON.stringify(text)}: expected a whole number from 1 to ${String(most)}`,
  )
}
