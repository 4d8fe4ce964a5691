/** The rows of one evening: every state, the figures of the design's pictures. */
import type { ClientView, ExchangeRow } from '../../../../preload/views'
import { exchangeRow } from '../exchange-row'

const MB = 1e6
const GB = 1e9

function client(id: number, about: Partial<ClientView>): ClientView {
  return {
    id,
    address: `192.168.1.${String(id)}`,
    name: null,
    device: 'unknown',
    agent: null,
    state: 'idle',
    connections: 1,
    activeExchanges: 0,
    exchanges: 1,
    sentBytes: 0,
    bytesPerSecond: 0,
    files: 0,
    filesDone: 0,
    spark: [],
    firstSeenAt: 0,
    lastSeenAt: 0,
    ...about,
  }
}

export const clients: ReadonlyMap<number, ClientView> = new Map(
  [
    client(1, { name: 'Jonas’ MacBook', device: 'laptop', address: '192.168.1.44' }),
    client(2, { name: 'Anna’s phone', device: 'phone', address: '192.168.1.31' }),
    client(3, { name: 'Living-room TV', device: 'tv', address: '192.168.1.52' }),
    client(4, { name: 'build-07', device: 'server', address: '192.168.1.9' }),
    client(5, { name: 'Pixel 9', device: 'phone', address: '192.168.1.77' }),
  ].map((each) => [each.id, each]),
)

/** What one row differs in, and when it came, as a time of day. */
type Line = Partial<ExchangeRow> & { readonly time: string }

function file(path: string, size: number, ...ranges: [number, number][]): Partial<ExchangeRow> {
  return { target: `/${path}`, file: { shareId: 1, path, size, ranges }, contentLength: size }
}

const FILM = 4_702_883_840
const film = (...ranges: [number, number][]) => file('films/lighthouse-4k.mkv', FILM, ...ranges)
const REST_OF_FILM = [1_073_741_824, FILM - 1] as [number, number]

const LINES: readonly Line[] = [
  { time: '14:04:18.207', clientId: 1, target: '/', sentBytes: 6100, elapsedMs: 3, file: null, connectionId: 5 },
  {
    time: '14:04:18.330',
    clientId: 1,
    ...file('photos/harbour-morning.jpg', 8.2 * MB),
    sentBytes: 8.2 * MB,
    bytesPerSecond: 44.1 * MB,
    elapsedMs: 186,
  },
  {
    time: '14:04:18.391',
    clientId: 1,
    ...file('photos/ropes-and-brass.jpg', MB),
    state: 'not-modified',
    status: 304,
    sentBytes: 0,
    elapsedMs: 1,
  },
  {
    time: '14:04:20.015',
    clientId: 3,
    ...film([0, 64 * MB - 1]),
    state: 'partial',
    status: 206,
    sentBytes: 64 * MB,
    bytesPerSecond: 71.2 * MB,
    elapsedMs: 899,
  },
  {
    time: '14:04:21.552',
    clientId: 2,
    ...film([GB, 1.2 * GB - 1]),
    state: 'partial',
    status: 206,
    sentBytes: 200 * MB,
    bytesPerSecond: 36 * MB,
    elapsedMs: 5600,
  },
  {
    time: '14:04:27.100',
    clientId: 4,
    ...file('ubuntu-26.04-desktop.iso', 6.1 * GB),
    method: 'HEAD',
    sentBytes: 0,
    elapsedMs: 1,
  },
  { time: '14:04:40.900', clientId: 5, target: '/', file: null, sentBytes: 6100, elapsedMs: 4 },
  {
    time: '14:04:41.177',
    clientId: 5,
    ...file('films/trailer.mp4', 88.2 * MB, [0, MB - 1]),
    state: 'partial',
    status: 206,
    sentBytes: MB,
    bytesPerSecond: 12.3 * MB,
    elapsedMs: 81,
  },
  {
    time: '14:04:52.640',
    clientId: 3,
    target: '/films/',
    method: 'OPTIONS',
    status: 204,
    file: null,
    sentBytes: 0,
    elapsedMs: 1,
  },
  { time: '14:04:58.112', clientId: 4, ...file('SHA256SUMS', 1100), sentBytes: 1100, elapsedMs: 2 },
  {
    time: '14:05:00.271',
    clientId: 1,
    target: '/films/storm-at-cape-agulhas.mkv',
    file: null,
    state: 'error',
    status: 503,
    reason: 'drive-does-not-answer',
    sentBytes: 0,
    elapsedMs: 1,
  },
  {
    time: '14:05:01.530',
    clientId: 1,
    ...file('music/mix-draft.wav', 96 * MB),
    state: 'aborted-by-server',
    reason: 'file-changed',
    sentBytes: 41.9 * MB,
    bytesPerSecond: 88.7 * MB,
    elapsedMs: 472,
  },
  {
    time: '14:05:02.010',
    clientId: 1,
    ...file('music/mix-draft.wav', 102.4 * MB),
    sentBytes: 102.4 * MB,
    bytesPerSecond: 91.3 * MB,
    elapsedMs: 1100,
  },
  {
    time: '14:05:02.874',
    clientId: 4,
    ...file('ubuntu-26.04-desktop.iso', 6.1 * GB, [0, 6.1 * GB - 1]),
    state: 'sending',
    status: 206,
    sentBytes: 3.1 * GB,
    bytesPerSecond: 41 * MB,
    elapsedMs: null,
  },
  {
    time: '14:05:03.001',
    clientId: 3,
    ...film([1.88 * GB, FILM - 1]),
    state: 'sending',
    status: 206,
    sentBytes: 0.61 * GB,
    bytesPerSecond: 8.2 * MB,
    elapsedMs: null,
  },
  {
    time: '14:05:03.412',
    clientId: 2,
    ...film(REST_OF_FILM),
    state: 'aborted-by-client',
    status: 206,
    reason: 'client-reset',
    sentBytes: 2_265_305_702,
    bytesPerSecond: 38.1 * MB,
    elapsedMs: 59_400,
    connectionId: 7,
    ordinal: 3,
  },
  {
    time: '14:05:21.033',
    clientId: 1,
    target: '/photos/2026-07/?zip',
    file: null,
    contentLength: 1.24 * GB,
    state: 'sending',
    sentBytes: 412 * MB,
    bytesPerSecond: 31.6 * MB,
    elapsedMs: null,
  },
  {
    time: '14:05:21.390',
    clientId: 1,
    ...file('photos/ropes-and-brass.jpg', MB),
    state: 'not-modified',
    status: 304,
    sentBytes: 0,
    elapsedMs: 1,
  },
  {
    time: '14:05:34.706',
    clientId: 5,
    target: '/.env',
    file: null,
    state: 'error',
    status: 404,
    reason: 'hidden-secret',
    sentBytes: 0,
    elapsedMs: 1,
  },
  {
    time: '14:05:40.252',
    clientId: 5,
    ...file('films/trailer.mp4', 88.2 * MB, [MB, 88.2 * MB - 1]),
    state: 'sending',
    status: 206,
    sentBytes: 11.6 * MB,
    bytesPerSecond: 0,
    elapsedMs: null,
    progressAt: 0,
  },
  {
    time: '14:05:52.918',
    clientId: 4,
    target: '/films/storm-at-cape-agulhas.mkv',
    file: null,
    state: 'error',
    status: 503,
    reason: 'drive-does-not-answer',
    sentBytes: 0,
    elapsedMs: 1,
  },
  {
    time: '14:06:01.644',
    clientId: 5,
    target: '/',
    method: 'POST',
    file: null,
    state: 'malformed',
    status: 400,
    reason: 'space-before-colon',
    sentBytes: 0,
    elapsedMs: 1,
  },
  {
    time: '14:06:04.081',
    clientId: 1,
    ...file('music/tide-tables.flac', 31.4 * MB),
    sentBytes: 31.4 * MB,
    bytesPerSecond: 112 * MB,
    elapsedMs: 280,
  },
  {
    time: '14:06:09.530',
    clientId: 1,
    target: '/inbox/notes-july.pdf',
    method: 'PUT',
    file: null,
    status: 201,
    sentBytes: 0,
    receivedBytes: 2.4 * MB,
    elapsedMs: 101,
  },
  {
    time: '14:06:13.997',
    clientId: 4,
    target: null,
    method: null,
    version: null,
    file: null,
    state: 'receiving',
    status: null,
    sentBytes: 0,
    elapsedMs: null,
    contentLength: null,
  },
]

const DAY = '2026-07-01T'
/** When the evening is looked at: a moment after its last request. */
export const NOW = Date.parse(`${DAY}14:06:14.350Z`)

/** The rows, numbered as in the pictures: the last is 9310. */
export const evening: readonly ExchangeRow[] = LINES.map(({ time, ...line }, index) => {
  const at = Date.parse(`${DAY}${time}Z`)
  const row = {
    at,
    id: 9311 - LINES.length + index,
    connectionId: 3 + (index % 9),
    ordinal: 1 + (index % 5),
    progressAt: NOW,
    bytesPerSecond: 0,
  }
  return exchangeRow({ ...row, ...line })
})
