/** The contract's commands, carried out. Arguments have been parsed by the carrier that brought them. */
import { ContractError } from '../../preload/arguments'
import type { Answer, Commands } from '../../preload/contract'
import type { Settings, SettingsChange } from '../../preload/settings'
import type { ShareView, Snapshot } from '../../preload/views'
import type { Digests } from './digest/digests'
import { toDetail, toRow } from './exchange-record'
import { exportLog } from './export/export-log'
import { shareFault } from './faults'
import type { Feed } from './feed'
import { readFields } from './head-fields'
import { readContent } from './read-content'
import { saveHead } from './save-head'
import { searchHeads } from './head-search'
import type { Journal } from './journal'
import { noting } from './noting-commands'
import type { Lab } from './lab/lab'
import type { Notices } from './notices'
import type { Offers } from './offers'
import type { OwnRequests } from './own-request/own-requests'
import type { Serving } from './serving'
import type { SettingsStore } from './settings'
import type { Machine, PathChoice, Shell } from './shell'
import type { Shares } from './shares'

/** More names than these are counted, not sent: nobody reads them, and the page must stay quick. */
const MOST_ENTRIES = 5000

export interface CommandParts {
  readonly machine: Machine
  readonly shares: Shares
  readonly serving: Serving
  readonly journal: Journal
  readonly notices: Notices
  readonly settings: SettingsStore
  readonly offers: Offers
  readonly lab: Lab
  readonly ownRequests: OwnRequests
  readonly digests: Digests
  readonly changeSettings: (change: SettingsChange) => Promise<Settings>
}

/** Gives the commands of one session: its shell reaches the person, its feed is what `acknowledge` speaks of. */
export function createCommands(parts: CommandParts, shell: Shell, feed: Feed): Commands {
  return {
    ...sharing(parts, shell),
    ...watching(parts, shell, feed),
    ...reachingOut(parts, shell),
    ...noting(parts.journal.log),
    readFields: async (wanted) => readFields(parts.journal.log, wanted),
    searchHeads: (search) => searchHeads(parts.journal.log, search),
    ...tampering(parts.lab),
    ...digesting(parts.digests),
    abortExchange: async (id) => abortExchange(parts, id),
    startServing: (options) => parts.offers.start(options),
    stopServing: async () => {
      await parts.offers.stop()
      return { ok: true, value: null }
    },
    askOurselves: (request) => parts.ownRequests.ask(request),
    exportLog: (request) => exportLog(parts, shell, request),
    changeSettings: async (change) => ({ ok: true, value: await parts.changeSettings(change) }),
  }
}

type SharingCommand =
  | 'openPaths'
  | 'chooseFolder'
  | 'chooseFiles'
  | 'openTypedPath'
  | 'shareEcho'
  | 'reopenRecent'
  | 'removeShare'
  | 'listFolder'

function sharing({ offers, shares }: CommandParts, shell: Shell): Pick<Commands, SharingCommand> {
  const choose = async (choice: PathChoice): Promise<Answer<readonly ShareView[]>> => {
    const paths = await capability(shell.choosePaths, 'choose paths')(choice)
    return paths.length === 0 ? { ok: true, value: [] } : offers.sharePaths(paths)
  }
  return {
    openPaths: async (paths) => {
      if (shell.kind === 'console') throw new ContractError('Cannot take dropped paths in the console')
      return offers.sharePaths(paths)
    },
    chooseFolder: () => choose('folder'),
    chooseFiles: () => choose('files'),
    openTypedPath: async (path) => {
      if (shell.kind === 'desktop') throw new ContractError('Cannot take a typed path from the window')
      return offers.sharePaths([path])
    },
    shareEcho: () => offers.shareEcho(),
    reopenRecent: (id) => offers.reopen(id),
    removeShare: async (id) => offers.remove(id),
    listFolder: async ({ shareId, names }) => {
      const share = shares.find(shareId)
      if (share === undefined || share.content === null) return { ok: false, fault: { code: 'unknown-id' } }
      try {
        return { ok: true, value: await share.content.readEntries(names, MOST_ENTRIES) }
      } catch (error) {
        return { ok: false, fault: shareFault(error, share.path) }
      }
    },
  }
}

type WatchingCommand =
  | 'takeSnapshot'
  | 'acknowledge'
  | 'readDetail'
  | 'readContent'
  | 'readConnection'
  | 'readThroughput'
  | 'clearLog'
  | 'restoreLog'
  | 'dismissNotice'

function watching(parts: CommandParts, shell: Shell, feed: Feed): Pick<Commands, WatchingCommand> {
  const { journal, notices } = parts
  return {
    takeSnapshot: async () => takeSnapshot(parts, shell, feed),
    acknowledge: async (sequence) => {
      feed.acknowledge(sequence)
      return null
    },
    readDetail: async (id) => {
      const record = journal.log.find(id)
      return record === undefined ? null : toDetail(record)
    },
    readContent: (request) => readContent(journal.log, parts.shares, request),
    readConnection: async (id) => journal.connections.read(id, journal.log.records()),
    readThroughput: async (revision) => journal.throughput.read(revision),
    clearLog: async () => ({ cleared: journal.log.clear(Date.now()) }),
    restoreLog: async () => ({ restored: journal.log.restore(Date.now()) }),
    dismissNotice: async (id) => {
      notices.dismiss(id)
      return null
    },
  }
}

function abortExchange({ journal, serving }: CommandParts, id: number): Answer<null> {
  const record = journal.log.find(id)
  if (record === undefined) return { ok: false, fault: { code: 'unknown-id' } }
  if (!record.hasEnded) serving.disconnect(record.connection.connectionId)
  return { ok: true, value: null }
}

function takeSnapshot(parts: CommandParts, shell: Shell, feed: Feed): Snapshot {
  const { journal, lab, machine, notices, offers, serving, settings, shares } = parts
  const now = Date.now()
  const { sequence, records } = feed.restart(journal.log.records())
  return {
    sequence,
    rows: records.map(toRow),
    clients: journal.clients.all().map((client) => client.toView(now)),
    transfers: journal.transferLog.transfers.told().map((transfer) => transfer.toView()),
    totals: { ...journal.totals(), merged: feed.merged },
    shares: shares.views(),
    recent: offers.recent(),
    lab: lab.views(),
    serving: serving.view,
    notices: notices.list,
    settings: settings.settings,
    host: { shell: shell.kind, ...machine },
  }
}

type ReachingCommand = 'copyText' | 'openAddress' | 'openReference' | 'openDetailWindow' | 'saveHead' | 'revealShare'

function reachingOut({ journal, serving, shares }: CommandParts, shell: Shell): Pick<Commands, ReachingCommand> {
  return {
    copyText: async (text) => {
      await capability(shell.copyText, 'copy text')(text)
      return null
    },
    openAddress: async (index) => {
      const address = serving.view.addresses[index]
      if (address === undefined) return { ok: false, fault: { code: 'unknown-id' } }
      await capability(shell.openExternal, 'open an address')(address.origin)
      return { ok: true, value: null }
    },
    openDetailWindow: async (id) => {
      if (journal.log.find(id) === undefined) return { ok: false, fault: { code: 'unknown-id' } }
      return capability(shell.openDetailWindow, 'open a window')(id)
    },
    saveHead: (choice) => saveHead(journal.log, capability(shell.chooseSavePlace, 'save a file'), choice),
    openReference: async (reference) => {
      await capability(shell.openReference, 'open a reference')(reference)
      return null
    },
    revealShare: async (id) => {
      const share = shares.find(id)
      if (share === undefined || share.content === null) return { ok: false, fault: { code: 'unknown-id' } }
      await capability(shell.reveal, 'show a file')(share.path)
      return { ok: true, value: null }
    },
  }
}

/** A page that asks its shell for what it does not have breaks the contract: it knows which shell it is in. */
function capability<F>(method: F | undefined, act: string): F {
  if (method === undefined) throw new ContractError(`Cannot ${act} in this shell: the page has to do it itself`)
  return method
}

function tampering(lab: Lab): Pick<Commands, 'setLabRule' | 'clearLab'> {
  return {
    setLabRule: async (rule) => {
      lab.set(rule)
      return null
    },
    clearLab: async () => {
      lab.clear()
      return null
    },
  }
}

function digesting(digests: Digests): Pick<Commands, 'computeDigest' | 'readDigest' | 'cancelDigest'> {
  return {
    computeDigest: async (id) =>
      digests.compute(id) ? { ok: true, value: null } : { ok: false, fault: { code: 'unknown-id' } },
    readDigest: async (id) => digests.read(id),
    cancelDigest: async (id) => {
      digests.cancel(id)
      return null
    },
  }
}
