import { exchangeTiming } from '../detail/exchange-timing'
import { fakeDigest } from './fake-digest'
import { fakeThroughput } from './fake-throughput'
import { fakeConnection } from './fake-connection'
import { filmTime } from './resumed-film'
import type { Answer, PortholeApi } from '../../../preload/contract'
import type { DigestView } from '../../../preload/digest-views'
import type { Settings } from '../../../preload/settings'
import type { FeedBatch, FolderListing, Snapshot } from '../../../preload/views'

/** What a scene of the harness sets up. */
export interface Scene {
  readonly snapshot: Snapshot
  /** What is in a folder, by the names that lead to it joined by `/`. */
  readonly folders: Readonly<Record<string, FolderListing>>
  /** Commands that are refused, by name. */
  readonly refusals?: { readonly [C in keyof PortholeApi]?: Answer<never> }
}

/** A main process that is not there: it answers from a scene and remembers what it was asked. */
export class FakeApi implements PortholeApi {
  readonly shell: 'desktop' | 'console'
  readonly asked: { readonly command: string; readonly argument: unknown }[] = []
  snapshot: Snapshot
  readonly #scene: Scene
  readonly #listeners = new Set<(batch: FeedBatch) => void>()

  constructor(scene: Scene) {
    this.#scene = scene
    this.snapshot = scene.snapshot
    this.shell = scene.snapshot.host.shell
  }

  /** Sends a batch that follows on the last one. */
  send(batch: Partial<FeedBatch>): void {
    const sequence = batch.sequence ?? this.snapshot.sequence + 1
    const whole = { added: [], patched: [], removed: [], clients: [], totals: this.snapshot.totals, ...batch, sequence }
    this.snapshot = { ...this.snapshot, sequence, totals: whole.totals }
    for (const listener of this.#listeners) listener(whole)
  }

  chooseFolder = () => this.#answer('chooseFolder', undefined, [])
  chooseFiles = () => this.#answer('chooseFiles', undefined, [])
  openTypedPath = (path: string) => this.#answer('openTypedPath', path, [])
  openDropped = (files: readonly File[]) => this.#answer('openDropped', files.length, [])
  reopenRecent = (id: number) => this.#answer('reopenRecent', id, [])
  removeShare = (id: number) => this.#answer('removeShare', id, null)
  searchHeads: PortholeApi['searchHeads'] = (search) => {
    const nothing = { matches: search.terms.map(() => []), gone: [], open: [], searchedTo: search.afterId, more: false }
    return this.#note('searchHeads', search, nothing)
  }
  setLabRule: PortholeApi['setLabRule'] = (rule) => this.#note('setLabRule', rule, null)
  clearLab = () => this.#note('clearLab', undefined, null)
  stopServing = () => this.#answer('stopServing', undefined, null)
  markExchanges: PortholeApi['markExchanges'] = (change) => this.#answer('markExchanges', change, null)
  pinExchanges: PortholeApi['pinExchanges'] = (change) => this.#answer('pinExchanges', change, null)
  commentExchange: PortholeApi['commentExchange'] = (change) => this.#answer('commentExchange', change, null)
  abortExchange = (id: number) => this.#answer('abortExchange', id, null)
  openReference: PortholeApi['openReference'] = (reference) => this.#note('openReference', reference, null)
  readFields: PortholeApi['readFields'] = (wanted) => this.#note('readFields', wanted, [])
  openAddress = (index: number) => this.#answer('openAddress', index, null)
  openDetailWindow = (id: number) => this.#answer('openDetailWindow', id, null)
  revealShare = (id: number) => this.#answer('revealShare', id, null)
  exportLog: PortholeApi['exportLog'] = (request) =>
    this.#answer('exportLog', request, { kind: 'saved', name: `porthole.${request.format}`, exchanges: 1 })
  askOurselves: PortholeApi['askOurselves'] = (request) =>
    this.#answer('askOurselves', request, { exchangeId: this.snapshot.rows.at(-2)?.id ?? 1 })
  startServing: PortholeApi['startServing'] = (options) => this.#answer('startServing', options, this.snapshot.serving)
  shareEcho: PortholeApi['shareEcho'] = () => {
    const echo = { id: 99, kind: 'echo', name: 'echo', mount: '/echo/', state: 'available' } as const
    return this.#answer('shareEcho', undefined, { ...echo, size: null, fileCount: null, sample: null })
  }
  changeSettings: PortholeApi['changeSettings'] = (change) => {
    const settings: Settings = { ...this.snapshot.settings, ...change }
    this.snapshot = { ...this.snapshot, settings }
    return this.#answer('changeSettings', change, settings)
  }
  listFolder: PortholeApi['listFolder'] = (reference) => {
    const listing = this.#scene.folders[reference.names.join('/')] ?? { entries: [], omitted: 0 }
    return this.#answer('listFolder', reference, listing)
  }

  takeSnapshot = () => this.#note('takeSnapshot', undefined, this.snapshot)
  acknowledge = (sequence: number) => this.#note('acknowledge', sequence, null)
  dismissNotice = (id: number) => this.#note('dismissNotice', id, null)
  copyText = (text: string) => this.#note('copyText', text, null)
  clearLog: PortholeApi['clearLog'] = () => {
    const cleared = this.snapshot.rows.length
    this.send({ removed: this.snapshot.rows.map(({ id }) => id) })
    return this.#note('clearLog', undefined, { cleared })
  }
  restoreLog: PortholeApi['restoreLog'] = () => {
    this.send({ added: this.snapshot.rows })
    return this.#note('restoreLog', undefined, { restored: this.snapshot.rows.length })
  }
  readDetail: PortholeApi['readDetail'] = (id) => {
    const row = this.snapshot.rows.find((each) => each.id === id)
    if (row === undefined) return this.#note('readDetail', id, null)
    const [requestHead, responseHead] = [requestOf(row.method, row.target), responseOf(row.status, row.contentLength)]
    return this.#note('readDetail', id, {
      row,
      requestHead: btoa(requestHead),
      responseHead: row.status === null ? null : btoa(responseHead),
      faultOffset: row.state === 'malformed' ? 24 : null,
      remoteAddress: '192.168.1.31',
      remotePort: 50412,
      localAddress: '192.168.1.20',
      localPort: 8080,
      timing: exchangeTiming({ responseStarted: row.firstByteMs, contentTaken: null, ended: row.elapsedMs }),
      entityTag: row.file === null ? null : '"1a9f-118518d40-18c3"',
      time: row.id === 9301 ? filmTime : null,
    })
  }

  saveHead: PortholeApi['saveHead'] = (choice) => this.#answer('saveHead', choice, { saved: true })
  /** Each digest is done at once, unless a test has set what comes of it. */
  digest: DigestView | null = null
  computeDigest: PortholeApi['computeDigest'] = (id) => {
    const { rows } = this.snapshot
    const row = rows.find((each) => each.id === id)
    const others = rows.filter(({ transferId }) => transferId !== undefined && transferId === row?.transferId)
    if (row !== undefined)
      this.digest ??= fakeDigest(
        row,
        others.filter((each) => each !== row),
      )
    return this.#answer('computeDigest', id, null)
  }
  readDigest: PortholeApi['readDigest'] = (id) => this.#note('readDigest', id, this.digest)
  cancelDigest: PortholeApi['cancelDigest'] = (id) => {
    this.digest = null
    return this.#note('cancelDigest', id, null)
  }
  readContent: PortholeApi['readContent'] = (request) => this.#note('readContent', request, null)
  readThroughput: PortholeApi['readThroughput'] = (revision) =>
    this.#note('readThroughput', revision, fakeThroughput(revision))
  readConnection: PortholeApi['readConnection'] = (id) =>
    this.#note('readConnection', id, fakeConnection(id, this.snapshot.rows))

  onBatch = (listener: (batch: FeedBatch) => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  onMenu = () => () => undefined

  #note<T>(command: string, argument: unknown, value: T): Promise<T> {
    this.asked.push({ command, argument })
    return Promise.resolve(value)
  }

  #answer<T>(command: keyof PortholeApi, argument: unknown, value: T): Promise<Answer<T>> {
    return this.#note(command, argument, this.#scene.refusals?.[command] ?? { ok: true, value })
  }
}

function requestOf(method: string | null, target: string | null): string {
  return [
    `${method ?? 'GET'} ${target ?? '/'} HTTP/1.1`,
    'Host: 192.168.1.20:8080',
    'User-Agent: Mozilla/5.0 (Linux; Android 16; Pixel 9)',
    'Range: bytes=1073741824-',
    'If-Range: "1f-1181f6b00"',
    'Accept: */*',
    '\r\n',
  ].join('\r\n')
}

function responseOf(status: number | null, length: number | null): string {
  return [
    `HTTP/1.1 ${String(status)} Partial Content`,
    'Date: Mon, 23 Nov 2026 14:05:03 GMT',
    'Content-Type: video/x-matroska',
    `Content-Length: ${String(length ?? 0)}`,
    'ETag: "1f-1181f6b00"',
    'Accept-Ranges: bytes',
    '\r\n',
  ].join('\r\n')
}
