/** The options that say what visitors may cost. */
import { limitRules, usualLimits } from '../../preload/settings'
import type { Limits } from '../../preload/settings'
import { escapeForLog } from '../../preload/inert-text'
import { UsageError } from './usage-error'

/** The options as `parseArgs` wants them. */
export const LIMIT_OPTIONS = {
  'max-connections': { type: 'string' },
  'max-per-client': { type: 'string' },
  'head-timeout': { type: 'string' },
  'idle-timeout': { type: 'string' },
  'content-timeout': { type: 'string' },
  'reader-timeout': { type: 'string' },
} as const

type LimitOption = keyof typeof LIMIT_OPTIONS

const LIMITS = {
  'max-connections': 'maxConnections',
  'max-per-client': 'maxConnectionsPerClient',
  'head-timeout': 'headTimeoutSeconds',
  'idle-timeout': 'idleTimeoutSeconds',
  'content-timeout': 'contentTimeoutSeconds',
  'reader-timeout': 'readerTimeoutSeconds',
} as const satisfies Record<LimitOption, keyof Limits>

/**
 * Gives the limits of a command line: the usual one wherever it says none.
 *
 * @param valueOf the word that was given last to an option
 * @throws {UsageError} when a word is no number that the limit may be
 */
export function parseLimits(valueOf: (option: LimitOption) => string | undefined): Limits {
  const limits: Record<string, number> = { ...usualLimits }
  for (const option of Object.keys(LIMITS) as LimitOption[]) {
    const word = valueOf(option)
    if (word !== undefined) limits[LIMITS[option]] = parseLimit(option, word)
  }
  return limits as unknown as Limits
}

function parseLimit(option: LimitOption, word: string): number {
  const { least, most } = limitRules[LIMITS[option]]
  const limit = /^\d{1,5}$/.test(word) ? Number(word) : NaN
  if (limit >= least && limit <= most) return limit
  const unit = option.endsWith('-timeout') ? ' of seconds' : ''
  throw new UsageError(
    `Cannot set --${option} to "${escapeForLog(word)}": expected a whole number${unit} from ${String(least)} to ${String(most)}`,
  )
}
