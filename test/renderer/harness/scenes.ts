import type { Settings } from '../../../preload/settings'
import type {
  ClientView,
  EntryView,
  ExchangeRow,
  FolderListing,
  Notice,
  ServingView,
  ShareView,
  Snapshot,
} from '../../../preload/views'
import { lintSet } from '../../../preload/lints'
import { usualLimits } from '../../../preload/settings'
import type { Scene } from './fake-api'
import { FILM_SIZE, filmRequests, resumedFilm } from './resumed-film'

const GB = 1e9
const MB = 1e6
const NOW = Date.now()

export const settings: Settings = {
  theme: 'system',
  language: 'en',
  density: 'comfortable',
  keptRequests: 50_000,
  port: 8080,
  reach: 'local-network',
  showHidden: false,
  serveIndex: false,
  alwaysAttach: false,
  allowedHosts: ['files.example.org'],
  limits: usualLimits,
  savedFilters: [],
}

export const serving: ServingView = {
  state: 'serving',
  port: 8080,
  reach: 'local-network',
  addresses: [
    { origin: 'http://192.168.1.20:8080', kind: 'lan', network: 'Wi-Fi' },
    { origin: 'http://[2001:db8::1:20]:8080', kind: 'lan', network: 'Wi-Fi' },
    { origin: 'http://10.8.0.6:8080', kind: 'vpn', network: 'wg0' },
    { origin: 'http://172.17.0.1:8080', kind: 'virtual', network: 'docker0' },
    { origin: 'http://127.0.0.1:8080', kind: 'loopback', network: 'lo' },
  ],
  fault: null,
}

const summer: ShareView = {
  id: 1,
  kind: 'folder',
  name: 'Summer 2026',
  mount: '/Summer%202026/',
  state: 'available',
  size: 38.4 * GB,
  fileCount: 2317,
  sample: 'films/lighthouse-4k.mkv',
}
const disc: ShareView = {
  id: 2,
  kind: 'file',
  name: 'ubuntu-26.04-desktop-amd64.iso',
  mount: '/ubuntu-26.04-desktop-amd64.iso',
  state: 'available',
  size: 6.1 * GB,
  fileCount: 1,
  sample: null,
}

function entry(name: string, kind: EntryView['kind'], rest: Partial<EntryView> = {}): EntryView {
  return { name, kind, size: null, modifiedAt: NOW, hidden: null, ...rest }
}

const folders: Record<string, FolderListing> = {
  '': {
    entries: [
      entry('films', 'folder'),
      entry('music', 'folder'),
      entry('photos', 'folder'),
      entry('.env', 'file', { size: 120, hidden: 'dot-file' }),
      entry('id_ed25519', 'file', { size: 411, hidden: 'secret' }),
      entry('README.md', 'file', { size: 2100 }),
    ],
    omitted: 0,
  },
  films: {
    entries: [
      entry('灯塔 4K 修复版.mkv', 'file', { size: 4.7 * GB }),
      entry('trailer.mp4', 'file', { size: 88.2 * MB }),
      entry('elsewhere', 'link', { hidden: 'link-leaves-share' }),
    ],
    omitted: 1204,
  },
}

function spark(level: number, wobble: number): readonly number[] {
  return Array.from({ length: 30 }, (_, at) => Math.max(0, level + wobble * Math.sin(at * 1.7) * Math.cos(at * 0.9)))
}

export function client(id: number, rest: Partial<ClientView>): ClientView {
  return {
    id,
    address: '192.168.1.9',
    name: null,
    device: 'unknown',
    agent: null,
    state: 'active',
    connections: 1,
    activeExchanges: 1,
    exchanges: 12,
    sentBytes: 3.1 * GB,
    bytesPerSecond: 41e6,
    files: 2,
    filesDone: 1,
    spark: spark(41e6, 9e6),
    firstSeenAt: NOW - 300_000,
    lastSeenAt: NOW,
    ...rest,
  }
}

export const clients: readonly ClientView[] = [
  client(4, { address: '192.168.1.9', name: 'build-07', device: 'server', agent: 'aria2 1.37' }),
  client(1, {
    address: '192.168.1.44',
    name: 'Jonas’ MacBook',
    device: 'laptop',
    agent: 'Safari on macOS',
    bytesPerSecond: 31.6e6,
    spark: spark(31e6, 12e6),
    saved: { 'not-modified': { times: 412, bytes: 3.1 * GB } },
  }),
  client(3, {
    address: '192.168.1.52',
    name: 'Living-room TV',
    device: 'tv',
    agent: 'VLC 3.0',
    bytesPerSecond: 8.2e6,
    spark: spark(8e6, 7e6),
  }),
  client(5, {
    address: '192.168.1.77',
    device: 'phone',
    agent: 'Chrome on Android',
    bytesPerSecond: 0,
    spark: [...spark(5e6, 2e6).slice(0, 12), ...Array<number>(18).fill(0)],
  }),
  client(2, {
    address: '192.168.1.31',
    name: 'Anna’s phone',
    device: 'phone',
    agent: 'Safari on iOS',
    state: 'gone',
    activeExchanges: 0,
    connections: 0,
    bytesPerSecond: 0,
    lastSeenAt: NOW - 12_000,
    spark: [...spark(38e6, 6e6).slice(0, 24), ...Array<number>(6).fill(0)],
    saved: { resumed: { times: 3, bytes: 2.14 * GB } },
  }),
  client(6, {
    address: 'fe80::1c2f:9a4b:33d0:7e11',
    device: 'terminal',
    agent: 'curl 8.5',
    state: 'idle',
    activeExchanges: 0,
    exchanges: 3,
    sentBytes: 6100,
    saved: { head: { times: 3, bytes: 1.2 * GB }, parts: { times: 1, bytes: 75.6 * MB } },
    bytesPerSecond: 0,
    spark: Array<number>(30).fill(0),
  }),
]

export function row(id: number, rest: Partial<ExchangeRow>): ExchangeRow {
  return {
    id,
    at: NOW - (9310 - id) * 5400,
    clientId: 1,
    connectionId: 7,
    ordinal: 1,
    method: 'GET',
    target: '/',
    version: 'HTTP/1.1',
    state: 'complete',
    status: 200,
    reason: null,
    sentBytes: 6100,
    receivedBytes: 0,
    contentLength: 6100,
    file: null,
    bytesPerSecond: 2e6,
    progressAt: NOW,
    firstByteMs: 1,
    elapsedMs: 3,
    ...rest,
  }
}

function film(ranges: readonly (readonly [number, number])[] = []): ExchangeRow['file'] {
  return { shareId: 1, path: 'films/lighthouse-4k.mkv', size: 4_702_883_840, ranges }
}

const recentRows: readonly ExchangeRow[] = [
  row(9296, {
    clientId: 4,
    target: '/films/storm-at-cape-agulhas.mkv',
    status: 503,
    state: 'error',
    reason: 'drive-does-not-answer',
    lints: lintSet('disk-trouble'),
    sentBytes: 0,
    contentLength: 0,
  }),
  row(9297, {
    clientId: 1,
    target: '/music/mix-draft.wav',
    state: 'aborted-by-server',
    reason: 'file-changed',
    lints: lintSet('http-1.0', 'stale-if-range', 'file-changed'),
    sentBytes: 41.9 * MB,
    contentLength: 96 * MB,
    file: { shareId: 1, path: 'music/mix-draft.wav', size: 96 * MB, ranges: [] },
    bytesPerSecond: 88.7e6,
    elapsedMs: 472,
  }),
  row(9298, {
    clientId: 1,
    target: '/music/mix-draft.wav',
    sentBytes: 102.4 * MB,
    contentLength: 102.4 * MB,
    file: { shareId: 1, path: 'music/mix-draft.wav', size: 102.4 * MB, ranges: [] },
    bytesPerSecond: 91.3e6,
    elapsedMs: 1100,
  }),
  row(9299, {
    clientId: 4,
    target: '/ubuntu-26.04-desktop.iso',
    status: 206,
    state: 'sending',
    sentBytes: 3.1 * GB,
    contentLength: 6.1 * GB,
    file: { shareId: 2, path: 'ubuntu-26.04-desktop.iso', size: 6.1 * GB, ranges: [] },
    bytesPerSecond: 41e6,
    elapsedMs: null,
  }),
  row(9300, {
    clientId: 3,
    target: '/films/lighthouse-4k.mkv',
    status: 206,
    state: 'sending',
    sentBytes: 0.61 * GB,
    contentLength: 2.82 * GB,
    file: film([[1_880_000_000, 4_702_883_839]]),
    bytesPerSecond: 8.2e6,
    elapsedMs: null,
  }),
  row(9301, {
    clientId: 2,
    target: '/films/lighthouse-4k.mkv',
    status: 206,
    state: 'aborted-by-client',
    reason: 'client-reset',
    sentBytes: 2.27 * GB,
    contentLength: 3.63 * GB,
    file: film([[1_073_741_824, 4_702_883_839]]),
    bytesPerSecond: 38.1e6,
    transferId: 7,
    part: 'resumed',
    elapsedMs: 59_400,
    ordinal: 3,
  }),
  row(9302, {
    clientId: 1,
    target: '/photos/2026-07/?sort=size',
    state: 'sending',
    sentBytes: 412 * MB,
    contentLength: 1.24 * GB,
    file: { shareId: 1, path: 'photos/2026-07/all.zip', size: 1.24 * GB, ranges: [] },
    bytesPerSecond: 31.6e6,
    elapsedMs: null,
  }),
  row(9303, {
    clientId: 1,
    target: '/photos/ropes-and-brass.jpg',
    status: 304,
    state: 'not-modified',
    sentBytes: 0,
    contentLength: null,
    bytesPerSecond: null,
    elapsedMs: 1,
  }),
  row(9304, {
    clientId: 5,
    target: '/.env',
    status: 404,
    state: 'error',
    reason: 'hidden-secret',
    sentBytes: 0,
    contentLength: 0,
    bytesPerSecond: null,
    elapsedMs: 1,
  }),
  row(9305, {
    clientId: 5,
    target: '/films/trailer.mp4',
    status: 206,
    state: 'sending',
    sentBytes: 12.6 * MB,
    contentLength: 88.2 * MB,
    file: { shareId: 1, path: 'films/trailer.mp4', size: 88.2 * MB, ranges: [] },
    bytesPerSecond: 0,
    progressAt: NOW - 31_000,
    elapsedMs: null,
  }),
  row(9306, {
    clientId: 4,
    target: '/films/storm-at-cape-agulhas.mkv',
    status: 503,
    state: 'error',
    reason: 'too-many-open-files',
    sentBytes: 0,
    contentLength: 0,
    elapsedMs: 1,
  }),
  row(9307, {
    clientId: 5,
    method: 'POST',
    target: '/',
    status: 400,
    state: 'malformed',
    reason: 'space-before-colon',
    sentBytes: 0,
    contentLength: 0,
    elapsedMs: 1,
  }),
  row(9308, {
    clientId: 1,
    target: '/music/tide-tables.flac',
    sentBytes: 31.4 * MB,
    contentLength: 31.4 * MB,
    file: { shareId: 1, path: 'music/tide-tables.flac', size: 31.4 * MB, ranges: [] },
    bytesPerSecond: 112e6,
    elapsedMs: 280,
  }),
  row(9309, {
    clientId: 6,
    method: 'HEAD',
    target: '/Summer%202026/%E7%81%AF%E5%A1%94%204K%20%E4%BF%AE%E5%A4%8D%E7%89%88.mkv',
    sentBytes: 0,
    contentLength: 4_702_883_840,
    elapsedMs: 1,
  }),
  row(9310, {
    clientId: 4,
    method: null,
    target: null,
    status: null,
    state: 'receiving',
    sentBytes: 0,
    contentLength: null,
    bytesPerSecond: null,
    firstByteMs: null,
    elapsedMs: null,
  }),
]

const filmRows = filmRequests.map(({ id, first, sentBytes }) =>
  row(id, {
    clientId: 2,
    target: '/films/lighthouse-4k.mkv',
    status: 206,
    state: 'aborted-by-client',
    reason: 'client-closed',
    sentBytes,
    contentLength: FILM_SIZE - first,
    file: film([[first, FILM_SIZE - 1]]),
    transferId: 7,
    part: 'resumed',
  }),
)

const earlierRows = Array.from({ length: 296 }, (_, at) =>
  row(8996 + at, {
    clientId: 1 + (at % 6),
    target: at % 7 === 0 ? '/' : `/photos/2026-07/IMG_${String(4000 + at)}.HEIC`,
  }),
)

const TOTALS = { exchanges: 0, active: 0, sentBytes: 0, bytesPerSecond: 0, evicted: 0, merged: 0, memoryBytes: 58e6 }
const BUSY = {
  exchanges: 9310,
  active: 5,
  sentBytes: 84e9,
  bytesPerSecond: 80.8e6,
  evicted: 0,
  merged: 0,
  memoryBytes: 61e6,
  saved: {
    'not-modified': { times: 412, bytes: 3.1 * GB },
    head: { times: 3, bytes: 1.2 * GB },
    resumed: { times: 3, bytes: 2.14 * GB },
    parts: { times: 1, bytes: 75.6 * MB },
  },
}

const EMPTY: Snapshot = {
  sequence: 1,
  rows: [],
  clients: [],
  transfers: [],
  totals: TOTALS,
  shares: [],
  lab: [],
  recent: [
    { id: 1, kind: 'folder', name: 'Summer 2026' },
    { id: 2, kind: 'folder', name: 'Lecture slides' },
  ],
  serving: { state: 'stopped', port: null, reach: 'local-network', addresses: [], fault: null },
  notices: [],
  settings,
  host: { shell: 'desktop', platform: 'linux', hostName: 'lighthouse', version: '0.1.0', language: 'en-GB' },
}
const WAITING: Snapshot = { ...EMPTY, shares: [summer, disc], serving }
const BUSY_LOG: Snapshot = {
  ...WAITING,
  rows: [...earlierRows, ...filmRows, ...recentRows],
  transfers: [resumedFilm],
  clients,
  totals: BUSY,
}
const PORT_BUSY: ServingView = {
  ...EMPTY.serving,
  state: 'failed',
  fault: { code: 'port-in-use', about: '8080', alternative: 8081 },
}
const notices: readonly Notice[] = [
  { id: 1, at: NOW, report: 'Error: boom\n    at handler', fault: { code: 'unexpected-error' } },
  { id: 2, at: NOW, report: null, fault: { code: 'settings-corrupt', about: 'settings.broken-2026-11-23.json' } },
]
const consoleHost = { ...EMPTY.host, shell: 'console' } as const

/** Every state of the window, by name. */
export const scenes: Readonly<Record<string, Scene>> = {
  empty: { snapshot: EMPTY, folders },
  'empty-first': { snapshot: { ...EMPTY, recent: [] }, folders },
  'empty-console': { snapshot: { ...EMPTY, host: consoleHost }, folders },
  waiting: { snapshot: WAITING, folders },
  'waiting-one': { snapshot: { ...WAITING, shares: [{ ...summer, mount: '/' }] }, folders },
  'waiting-echo': {
    snapshot: {
      ...WAITING,
      shares: [{ ...disc, id: 3, kind: 'echo', name: 'echo', mount: '/', size: null, fileCount: null, sample: null }],
    },
    folders,
  },
  'waiting-here': {
    snapshot: { ...WAITING, serving: { ...serving, reach: 'this-computer', addresses: serving.addresses.slice(-1) } },
    folders,
  },
  'waiting-stopped': { snapshot: { ...WAITING, serving: EMPTY.serving }, folders },
  'waiting-port-busy': { snapshot: { ...WAITING, serving: PORT_BUSY }, folders },
  busy: { snapshot: BUSY_LOG, folders },
  'busy-console': { snapshot: { ...BUSY_LOG, host: consoleHost }, folders },
  'busy-stopped': { snapshot: { ...BUSY_LOG, serving: EMPTY.serving }, folders },
  'busy-port-busy': { snapshot: { ...BUSY_LOG, serving: PORT_BUSY }, folders },
  'busy-vanished': {
    snapshot: { ...BUSY_LOG, shares: [{ ...summer, state: 'vanished', size: null }, disc] },
    folders,
  },
  'busy-nothing-shared': { snapshot: { ...BUSY_LOG, shares: [] }, folders },
  'busy-notices': { snapshot: { ...BUSY_LOG, notices, totals: { ...BUSY, evicted: 3120, merged: 14 } }, folders },
  'busy-hostile': {
    snapshot: {
      ...BUSY_LOG,
      clients: clients.map((each) => ({
        ...each,
        name: '\u202egpj.exe <img src=x onerror=alert(1)>\u001b[31m',
        agent: 'a\r\nb\u200b',
      })),
      shares: [{ ...summer, name: '\u202efdp.<script>alert(1)</script>' }],
    },
    folders,
  },
  mac: { snapshot: { ...BUSY_LOG, host: { ...EMPTY.host, platform: 'darwin' } }, folders },
}
