import type { Answers, Argument, Command } from '../preload/contract'
import type { FeedBatch } from '../preload/views'
import { commandArguments, type PortholeApi } from '../preload/contract'
import { detailFragment } from '../preload/detail-address'
import { addressOf } from '../preload/references'
import type { ServingView } from '../preload/views'
import type { FromPage, ToPage } from '../preload/console-wire'
import { LinkLostError } from './state/link-lost'

/** Whether the console hears its server. */
export type LinkState = 'live' | 'lost'

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 8000

interface Call {
  readonly resolve: (value: unknown) => void
  readonly reject: (reason: Error) => void
}

/** The socket of the browser console: carries the contract, and comes back by itself when it is cut. */
export class ConsoleLink {
  readonly #url: string
  readonly #calls = new Map<number, Call>()
  readonly #batchListeners = new Set<(batch: FeedBatch) => void>()
  readonly #stateListeners = new Set<(state: LinkState) => void>()
  #socket: WebSocket
  #lastId = 0
  #retryMs = FIRST_RETRY_MS
  #retryTimer: ReturnType<typeof setTimeout> | undefined

  /** @param url of the socket: `ws://127.0.0.1:8081/KEY/ws` */
  constructor(url: string) {
    this.#url = url
    this.#socket = this.#open()
  }

  /** Gives a command to the server. Rejects with `LinkLostError` when the link is cut before the answer. */
  async call<C extends Command>(command: C, argument: Argument<C>): Promise<Answers[C]> {
    await this.#opened()
    this.#lastId += 1
    const id = this.#lastId
    return new Promise<Answers[C]>((resolve, reject) => {
      // What comes back is what the contract says: it is the same build that serves this page.
      this.#calls.set(id, { resolve: resolve as Call['resolve'], reject })
      const message: FromPage = { type: 'call', id, command, argument }
      this.#socket.send(JSON.stringify(message))
    })
  }

  /** Calls back with every batch; returns the unsubscriber. */
  onBatch(listener: (batch: FeedBatch) => void): () => void {
    this.#batchListeners.add(listener)
    return () => this.#batchListeners.delete(listener)
  }

  /** Calls back when the link is cut and when it is back; returns the unsubscriber. */
  onState(listener: (state: LinkState) => void): () => void {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  /** Tries to connect now instead of when the next try is due. */
  reconnect(): void {
    clearTimeout(this.#retryTimer)
    if (this.#socket.readyState === WebSocket.CLOSED) this.#socket = this.#open()
  }

  #open(): WebSocket {
    const socket = new WebSocket(this.#url)
    socket.addEventListener('open', () => {
      this.#retryMs = FIRST_RETRY_MS
      this.#tell('live')
    })
    socket.addEventListener('message', ({ data }) => {
      this.#receive(JSON.parse(String(data)) as ToPage)
    })
    socket.addEventListener('close', () => {
      this.#lose()
    })
    return socket
  }

  #opened(): Promise<void> {
    const socket = this.#socket
    if (socket.readyState === WebSocket.OPEN) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const lost = (): void => {
        reject(new LinkLostError('Cannot reach the console: the connection is closed'))
      }
      if (socket.readyState !== WebSocket.CONNECTING) {
        lost()
        return
      }
      socket.addEventListener('open', () => {
        resolve()
      })
      socket.addEventListener('close', lost)
    })
  }

  #receive(message: ToPage): void {
    if (message.type === 'batch') {
      for (const listener of this.#batchListeners) listener(message.batch)
      return
    }
    const call = this.#calls.get(message.id)
    this.#calls.delete(message.id)
    if (message.type === 'answer') call?.resolve(message.value)
    else call?.reject(new Error(message.message))
  }

  #lose(): void {
    for (const call of this.#calls.values()) {
      call.reject(new LinkLostError('Cannot reach the console: the connection was closed before the answer'))
    }
    this.#calls.clear()
    this.#tell('lost')
    this.#retryTimer = setTimeout(() => {
      this.reconnect()
    }, this.#retryMs)
    this.#retryMs = Math.min(LONGEST_RETRY_MS, this.#retryMs * 2)
  }

  #tell(state: LinkState): void {
    for (const listener of this.#stateListeners) listener(state)
  }
}

/** Gives the contract's API over a link. What only a browser can do for its user is done here. */
export function consoleApi(link: ConsoleLink): PortholeApi {
  let serving: ServingView | undefined
  link.onBatch((batch) => {
    serving = batch.serving ?? serving
  })
  const { openPaths: _kept, ...offered } = commandArguments
  const commands = Object.fromEntries(
    Object.keys(offered).map((command) => [
      command,
      (argument: never) => link.call(command as keyof typeof offered, argument),
    ]),
  ) as unknown as Omit<PortholeApi, 'shell' | 'openDropped' | 'onBatch' | 'onMenu'>
  return {
    ...commands,
    shell: 'console',
    takeSnapshot: async (argument) => {
      const snapshot = await link.call('takeSnapshot', argument)
      serving = snapshot.serving
      return snapshot
    },
    ...ofBrowser(() => serving),
    ...savingInBrowser(link),
    // A page never learns where a dropped file lies; the window says so before the drop.
    openDropped: async (files) => {
      const about = files[0]?.name
      return { ok: false, fault: { code: 'share-not-shareable', ...(about === undefined ? {} : { about }) } }
    },
    onBatch: (listener) => link.onBatch(listener),
    onMenu: () => () => undefined,
  }
}

/** Where the desktop would ask for a place in its own dialog, the browser saves as it saves any download. */
function savingInBrowser(link: ConsoleLink): Pick<PortholeApi, 'exportLog' | 'saveHead'> {
  return {
    exportLog: async (request) => {
      const answer = await link.call('exportLog', request)
      if (answer.ok && answer.value.kind === 'download') download(answer.value)
      return answer
    },
    saveHead: async ({ exchangeId, message }) => {
      const detail = await link.call('readDetail', exchangeId)
      const head = message === 'request' ? detail?.requestHead : detail?.responseHead
      if (head == null) return { ok: false, fault: { code: 'unknown-id' } }
      downloadBytes(`${message}-${String(exchangeId)}.http`, head)
      return { ok: true, value: { saved: true } }
    },
  }
}

/** Has the browser save octets that the page has. */
function downloadBytes(name: string, base64: string): void {
  const octets = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([octets], { type: 'application/octet-stream' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Has the browser save what the console offers. */
function download({ path, name }: { readonly path: string; readonly name: string }): void {
  const link = document.createElement('a')
  link.href = `./${path}`
  link.download = name
  link.click()
}

/** A window without a tab bar, to stand beside the one that shows all requests. */
const DETAIL_WINDOW = 'popup,width=960,height=700'

/** Gives the name by which the browser knows the window that shows an exchange. */
export function detailWindowName(exchangeId: number): string {
  return `porthole-exchange-${String(exchangeId)}`
}

/**
 * The clipboard and the browser are those of whoever sits here, not of the machine that serves.
 *
 * @param serving how serving stands, asked when it is needed
 */
function ofBrowser(
  serving: () => ServingView | undefined,
): Pick<PortholeApi, 'copyText' | 'openAddress' | 'openReference' | 'openDetailWindow'> {
  return {
    copyText: async (text) => {
      await navigator.clipboard.writeText(text)
      return null
    },
    openAddress: async (index) => {
      const address = serving()?.addresses[index]
      if (address === undefined) return { ok: false, fault: { code: 'unknown-id' } }
      window.open(address.origin, '_blank', 'noopener')
      return { ok: true, value: null }
    },
    openDetailWindow: async (exchangeId) => {
      // Known by its name to all pages of this console, so that the same exchange comes to the front instead of twice.
      const address = new URL(detailFragment(exchangeId), location.href).href
      const opened = window.open(address, detailWindowName(exchangeId), DETAIL_WINDOW)
      opened?.focus()
      return opened === null ? { ok: false, fault: { code: 'window-blocked' } } : { ok: true, value: null }
    },
    openReference: async (reference) => {
      window.open(addressOf(reference), '_blank', 'noopener,noreferrer')
      return null
    },
  }
}
