/** A saved session in the place of main: it answers what can be answered from a file, and refuses to change anything. */
import type { Answer, PortholeApi } from '../../preload/contract'
import type { HeadFindings } from '../../preload/head-search'
import type { Settings } from '../../preload/settings'
import type { HostView, Snapshot } from '../../preload/views'
import { sumSavings } from '../state/savings'
import type { SavedSession } from './session-file'

/** What stays as it is while a session is looked at. */
export interface AroundSession {
  /** The live one: for what has nothing to do with the log. */
  readonly api: PortholeApi
  readonly settings: Settings
  readonly host: HostView
}

/** Gives the contract's API over a saved session. Its rows never change, so no batch ever comes. */
export function savedApi(saved: SavedSession, around: AroundSession): PortholeApi {
  const nothing = (): Promise<null> => Promise.resolve(null)
  const { api } = around
  return {
    shell: api.shell,
    takeSnapshot: () => Promise.resolve(snapshotOf(saved, around)),
    readDetail: (id) => saved.readDetail(id),
    // These do nothing to the log.
    copyText: (text) => api.copyText(text),
    openReference: (reference) => api.openReference(reference),
    readFields: () => Promise.resolve([]),
    readThroughput: (revision) => Promise.resolve({ revision, now: saved.savedAt, seconds: [] }),
    acknowledge: nothing,
    dismissNotice: nothing,
    readConnection: nothing,
    readContent: nothing,
    readDigest: nothing,
    cancelDigest: nothing,
    setLabRule: nothing,
    clearLab: nothing,
    searchHeads: ({ terms, afterId }) => Promise.resolve(headsNotSearched(saved, terms.length, afterId)),
    clearLog: () => Promise.resolve({ cleared: 0 }),
    restoreLog: () => Promise.resolve({ restored: 0 }),
    ...changesNothing(),
    onBatch: () => () => undefined,
    onMenu: () => () => undefined,
  }
}

type Refused =
  | 'chooseFolder'
  | 'chooseFiles'
  | 'openTypedPath'
  | 'openDropped'
  | 'shareEcho'
  | 'reopenRecent'
  | 'removeShare'
  | 'revealShare'
  | 'listFolder'
  | 'startServing'
  | 'stopServing'
  | 'openAddress'
  | 'changeSettings'
  | 'markExchanges'
  | 'pinExchanges'
  | 'commentExchange'
  | 'abortExchange'
  | 'askOurselves'
  | 'exportLog'
  | 'saveHead'
  | 'openDetailWindow'
  | 'computeDigest'

/** Whatever would change something is refused, and the window says why. */
function changesNothing(): Pick<PortholeApi, Refused> {
  const refuse = (): Promise<Answer<never>> => Promise.resolve({ ok: false, fault: { code: 'saved-session' } })
  return {
    chooseFolder: refuse,
    chooseFiles: refuse,
    openTypedPath: refuse,
    openDropped: refuse,
    shareEcho: refuse,
    reopenRecent: refuse,
    removeShare: refuse,
    revealShare: refuse,
    listFolder: refuse,
    startServing: refuse,
    stopServing: refuse,
    openAddress: refuse,
    changeSettings: refuse,
    markExchanges: refuse,
    pinExchanges: refuse,
    commentExchange: refuse,
    abortExchange: refuse,
    askOurselves: refuse,
    exportLog: refuse,
    saveHead: refuse,
    openDetailWindow: refuse,
    computeDigest: refuse,
  }
}

/** Heads stay in the file until a request is looked at, so nothing can be said of them. */
function headsNotSearched({ rows }: SavedSession, terms: number, afterId: number): HeadFindings {
  return {
    matches: Array.from({ length: terms }, () => []),
    gone: rows.map(({ id }) => id).filter((id) => id > afterId),
    open: [],
    searchedTo: Math.max(afterId, rows.at(-1)?.id ?? 0),
    more: false,
  }
}

function snapshotOf({ rows, clients }: SavedSession, { settings, host }: AroundSession): Snapshot {
  return {
    sequence: 0,
    rows,
    clients,
    transfers: [],
    totals: {
      exchanges: rows.length,
      active: 0,
      sentBytes: rows.reduce((sum, { sentBytes }) => sum + sentBytes, 0),
      bytesPerSecond: 0,
      evicted: 0,
      merged: 0,
      memoryBytes: 0,
      saved: sumSavings(clients),
    },
    shares: [],
    recent: [],
    serving: { state: 'stopped', port: null, reach: settings.reach, addresses: [], fault: null },
    notices: [],
    lab: [],
    settings,
    host,
  }
}
