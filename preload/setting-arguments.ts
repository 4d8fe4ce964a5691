/** Reads settings: from the window, from the settings file and from the command line alike. */
import { ContractError, flag, oneOf, port, record, text } from './arguments'
import { keptRequestChoices, limitRules, LONGEST_FILTER, LONGEST_FILTER_NAME, MOST_SAVED_FILTERS } from './settings'
import type { LimitRule, Limits, SavedFilter, Settings, SettingsChange } from './settings'

function hostNames(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length > 100) throw new ContractError('Cannot read the host names')
  return value.map((each: unknown) => {
    const name = text(each).trim().toLowerCase()
    if (name !== '*' && !/^[a-z0-9](?:[a-z0-9.-]{0,252})$/.test(name)) {
      throw new ContractError(`Cannot read ${JSON.stringify(each)} as a host name`)
    }
    return name
  })
}

function savedFilters(value: unknown): readonly SavedFilter[] {
  if (!Array.isArray(value) || value.length > MOST_SAVED_FILTERS) {
    throw new ContractError(`Cannot read the filters: expected a list of at most ${String(MOST_SAVED_FILTERS)}`)
  }
  return value.map((each: unknown) => {
    const { name, query } = record(each)
    const trimmed = text(name).trim().slice(0, LONGEST_FILTER_NAME)
    if (trimmed === '') throw new ContractError('Cannot save a filter without a name')
    if (text(query).length > LONGEST_FILTER)
      throw new ContractError(`Cannot save the filter "${trimmed}": it is too long`)
    return { name: trimmed, query: text(query) }
  })
}

function limitOf({ least, most }: LimitRule): (value: unknown) => number {
  return (value) => {
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value
    const range = `an integer from ${String(least)} to ${String(most)}`
    throw new ContractError(`Cannot take ${JSON.stringify(value)} as a limit: expected ${range}`)
  }
}

/** One parser for each limit; main uses the same on the settings file and on the command line. */
export const limitParsers = {
  maxConnections: limitOf(limitRules.maxConnections),
  maxConnectionsPerClient: limitOf(limitRules.maxConnectionsPerClient),
  headTimeoutSeconds: limitOf(limitRules.headTimeoutSeconds),
  idleTimeoutSeconds: limitOf(limitRules.idleTimeoutSeconds),
  contentTimeoutSeconds: limitOf(limitRules.contentTimeoutSeconds),
  readerTimeoutSeconds: limitOf(limitRules.readerTimeoutSeconds),
} satisfies { [K in keyof Limits]: (value: unknown) => Limits[K] }

function limits(value: unknown): Limits {
  const given = record(value)
  return {
    maxConnections: limitParsers.maxConnections(given.maxConnections),
    maxConnectionsPerClient: limitParsers.maxConnectionsPerClient(given.maxConnectionsPerClient),
    headTimeoutSeconds: limitParsers.headTimeoutSeconds(given.headTimeoutSeconds),
    idleTimeoutSeconds: limitParsers.idleTimeoutSeconds(given.idleTimeoutSeconds),
    contentTimeoutSeconds: limitParsers.contentTimeoutSeconds(given.contentTimeoutSeconds),
    readerTimeoutSeconds: limitParsers.readerTimeoutSeconds(given.readerTimeoutSeconds),
  }
}

function keptRequests(value: unknown): Settings['keptRequests'] {
  const found = keptRequestChoices.find((each) => each === value)
  if (found !== undefined) return found
  throw new ContractError(`Cannot keep ${JSON.stringify(value)} requests: expected ${keptRequestChoices.join(', ')}`)
}

/** One parser for each setting; main uses the same on the settings file. */
export const settingParsers = {
  theme: oneOf('system', 'light', 'dark'),
  language: oneOf('system', 'en', 'zh-CN'),
  density: oneOf('comfortable', 'compact'),
  port,
  reach: oneOf('this-computer', 'local-network'),
  showHidden: flag,
  serveIndex: flag,
  alwaysAttach: flag,
  allowedHosts: hostNames,
  limits,
  keptRequests,
  savedFilters,
} satisfies { [K in keyof Settings]: (value: unknown) => Settings[K] }

/** Reads the settings that are named; all others stay. */
export function settingsChange(value: unknown): SettingsChange {
  const given = record(value)
  const change: Record<string, unknown> = {}
  for (const [name, parse] of Object.entries(settingParsers)) {
    if (name in given) change[name] = parse(given[name])
  }
  return change
}
