/** Joins the parts of the use case to one another, to the disk and to the sockets. Nothing else. */
import { networkInterfaces } from 'node:os'
import type { Settings, SettingsChange } from '../../preload/settings'
import { openServedContent } from '../files/open-served-content'
import { refusalPage } from '../files/pages/refusal-page'
import { IdSource } from '../server/id-source'
import type { ServerLimits } from '../server/limits'
import { TcpServer } from '../server/tcp-server'
import type { CommandParts } from './commands'
import { Digests } from './digest/digests'
import { LOG_LIMITS } from './exchange-log'
import type { LogLimits } from './exchange-log'
import type { WholePart } from './feed'
import { Journal } from './journal'
import type { Notices } from './notices'
import { Lab } from './lab/lab'
import { Offers } from './offers'
import { OwnRequests } from './own-request/own-requests'
import { toServerLimits } from './server-limits'
import { reverseNames } from './reverse-names'
import type { NameLookup } from './reverse-names'
import { createRouter } from './router'
import { Serving } from './serving'
import type { SettingsStore } from './settings'
import type { Machine, Shell } from './shell'
import { Shares } from './shares'

export interface PortholeOptions {
  readonly machine: Machine
  readonly shell: Shell
  /** Absolute path of the settings file; null keeps settings in memory and remembers nothing. */
  readonly settingsFile: string | null
  /** Settings of this run, over those of the file. */
  readonly settings?: SettingsChange
  /** What to listen on instead of what the reach says: an address literal or `localhost`. */
  readonly host?: string
  /** Takes the next free port when the preferred one is taken, where a window would ask. */
  readonly orNextFree?: boolean
  /** Limits that stand over those of the settings. */
  readonly serverLimits?: Partial<ServerLimits>
  readonly logLimits?: LogLimits
  /** Finds the names of clients; asks the name server when absent. */
  readonly lookUpName?: NameLookup
}

/** What is kept over everything else: read before the rest is built. */
export interface KeptParts {
  readonly settings: SettingsStore
  readonly notices: Notices
}

/** What the parts tell the whole. */
export interface PartsHooks {
  readonly changed: (...parts: readonly WholePart[]) => void
  readonly unexpected: (error: unknown) => void
}

/** Builds everything. Nothing is shared and nothing listens yet. */
export function buildParts(
  options: PortholeOptions,
  { settings, notices }: KeptParts,
  hooks: PartsHooks,
): CommandParts {
  const { machine } = options
  const journal = new Journal({
    now: Date.now,
    lookUpName: options.lookUpName ?? clientNames(machine),
    logLimits: options.logLimits ?? { ...LOG_LIMITS, records: settings.settings.keptRequests },
  })
  const shares = new Shares({
    openContent: openServedContent,
    showHidden: () => settings.settings.showHidden,
    onChange: () => {
      hooks.changed('shares', 'recent')
    },
  })
  const lab = buildLab(journal, hooks)
  const serving = buildServing(options, { settings, shares, journal, lab, hooks })
  const offers = new Offers({ shares, serving, settings, notices, orNextFree: options.orNextFree ?? false })
  notices.watch(() => {
    hooks.changed('notices')
  })
  const changeSettings = async (change: SettingsChange): Promise<Settings> => {
    const before = settings.settings
    const after = settings.change(change)
    hooks.changed('settings')
    if (change.limits !== undefined) serving.changeLimits({ ...toServerLimits(after.limits), ...options.serverLimits })
    if (after.keptRequests !== before.keptRequests) journal.log.changeLimits({ records: after.keptRequests })
    if (after.showHidden !== before.showHidden) shares.measureAgain()
    if (after.port !== before.port) await serving.restart({ port: null, orNextFree: false })
    else if (after.reach !== before.reach) await serving.restart({ port: serving.view.port, orNextFree: false })
    return after
  }
  const ownRequests = new OwnRequests({ journal, listening: () => serving.listening })
  const digests = buildDigests(journal, shares, hooks)
  return { machine, shares, serving, journal, lab, notices, settings, offers, ownRequests, digests, changeSettings }
}

function buildDigests({ log, transferLog }: Journal, shares: Shares, { unexpected }: PartsHooks): Digests {
  return new Digests({ log, transfers: transferLog.transfers, shares, now: Date.now, onUnexpected: unexpected })
}

function buildLab(journal: Journal, hooks: PartsHooks): Lab {
  return new Lab({
    clientOf: (connectionId) => journal.clientOf(connectionId),
    onChange: () => {
      hooks.changed('lab')
    },
  })
}

interface ServingNeeds {
  readonly settings: SettingsStore
  readonly shares: Shares
  readonly journal: Journal
  readonly lab: Lab
  readonly hooks: PartsHooks
}

function buildServing(options: PortholeOptions, { settings, shares, journal, lab, hooks }: ServingNeeds): Serving {
  const { hostName } = options.machine
  const router = createRouter({
    shares,
    settings: () => settings.settings,
    ownNames: () => ({ addresses: serving.ownAddresses, hostName, allowed: settings.settings.allowedHosts }),
    hostName,
    now: Date.now,
  })
  const handler = lab.before(router)
  const ids = new IdSource()
  const serving = new Serving({
    createListener: () =>
      new TcpServer({
        handler,
        onEvent: (event) => {
          journal.record(event)
        },
        onUnexpected: hooks.unexpected,
        faultPage: refusalPage,
        ids,
        limits: { ...toServerLimits(settings.settings.limits), ...options.serverLimits },
      }),
    settings: () => settings.settings,
    interfaces: networkInterfaces,
    onChange: () => {
      hooks.changed('serving')
    },
    ...(options.host !== undefined && { host: options.host }),
  })
  return serving
}

/** This computer's own requests come from its loopback address; its name says more. */
function clientNames({ hostName }: Machine): NameLookup {
  const lookUp = reverseNames()
  return async (address) => (address === '::1' || address.startsWith('127.') ? hostName : lookUp(address))
}
