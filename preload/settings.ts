/** What a person may set, and between which bounds. The parser of each setting stands in `contract.ts`. */
import type { Reach } from './views'

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark'
  readonly language: 'system' | 'en' | 'zh-CN'
  readonly density: 'comfortable' | 'compact'
  /** Preferred port; another free one is offered when it is taken. */
  readonly port: number
  readonly reach: Reach
  /** Also serve dot-files and what looks like a secret. */
  readonly showHidden: boolean
  /** Answer a folder with its index.html when it has one. */
  readonly serveIndex: boolean
  /** Send every file with `Content-Disposition: attachment`. */
  readonly alwaysAttach: boolean
  /** Host names that are ours besides our own addresses; `*` allows any. */
  readonly allowedHosts: readonly string[]
  /** What visitors may cost. */
  readonly limits: Limits
  /** How many requests stay in memory; those that ended longest ago leave first. */
  readonly keptRequests: (typeof keptRequestChoices)[number]
  /** Filters of the request table that are kept under a name. */
  readonly savedFilters: readonly SavedFilter[]
}

/** How many requests may stay in memory: some 300 octets each here, and 700 in the window (docs/measurements.md). */
export const keptRequestChoices = [10_000, 50_000, 100_000, 200_000] as const

/** A filter that is kept under a name. */
export interface SavedFilter {
  readonly name: string
  /** In the language of the filter box. */
  readonly query: string
}

/** More are no help to anybody; each costs a look at every row. */
export const MOST_SAVED_FILTERS = 50
/** In UTF-16 units. */
export const LONGEST_FILTER_NAME = 60
/** In UTF-16 units. */
export const LONGEST_FILTER = 2000

/** What visitors may cost; `limitRules` says between which bounds. */
export interface Limits {
  /** Connections at once, from everybody. */
  readonly maxConnections: number
  /** Connections at once from one remote address. */
  readonly maxConnectionsPerClient: number
  /** From the first octet of a request to the end of its head. */
  readonly headTimeoutSeconds: number
  /** Without a request on an open connection. */
  readonly idleTimeoutSeconds: number
  /** Without one octet of request content that is waited for. */
  readonly contentTimeoutSeconds: number
  /** Without the client taking one octet of a response. */
  readonly readerTimeoutSeconds: number
}

/** The whole numbers that a limit may be, and the one that it is until somebody changes it. */
export interface LimitRule {
  readonly least: number
  readonly most: number
  readonly usual: number
}

// As many connections as there are ports of one address: more cannot come from one. An hour is long enough for
// whatever waits on purpose, and short enough that what is forgotten ends on the same day.
const CONNECTIONS = { least: 1, most: 65_535 }
const SECONDS = { least: 1, most: 3600 }

/** The rule of each limit. `main/server/limits.ts` has the same usual numbers, with the reason for each. */
export const limitRules = {
  maxConnections: { ...CONNECTIONS, usual: 4000 },
  maxConnectionsPerClient: { ...CONNECTIONS, usual: 2400 },
  headTimeoutSeconds: { ...SECONDS, usual: 15 },
  idleTimeoutSeconds: { ...SECONDS, usual: 15 },
  contentTimeoutSeconds: { ...SECONDS, usual: 30 },
  readerTimeoutSeconds: { ...SECONDS, usual: 60 },
} as const satisfies Record<keyof Limits, LimitRule>

/** The limits until somebody changes them. */
export const usualLimits: Limits = {
  maxConnections: limitRules.maxConnections.usual,
  maxConnectionsPerClient: limitRules.maxConnectionsPerClient.usual,
  headTimeoutSeconds: limitRules.headTimeoutSeconds.usual,
  idleTimeoutSeconds: limitRules.idleTimeoutSeconds.usual,
  contentTimeoutSeconds: limitRules.contentTimeoutSeconds.usual,
  readerTimeoutSeconds: limitRules.readerTimeoutSeconds.usual,
}

export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] }
