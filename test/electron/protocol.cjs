'use strict'
/**
 * `electron.protocol`. Chromium knows no scheme of ours, so `app://host/path` is carried as
 * `https://app--host.standin.invalid/path`, caught by the Fetch domain, and answered by the app's handler.
 */
const CARRIED = /^https:\/\/([a-z0-9+-]+?)--([^/]*)\.standin\.invalid/

class ProtocolModule {
  /** @readonly @type {Map<string, ((request: Request) => Response | Promise<Response>) | null>} */
  #handlers = new Map()

  /** @param {{ isReady(): boolean }} app */
  constructor(app) {
    this.app = app
  }

  /** @param {readonly { scheme: string }[]} schemes */
  registerSchemesAsPrivileged(schemes) {
    if (this.app.isReady()) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    }
    for (const { scheme } of schemes) this.#handlers.set(scheme, this.#handlers.get(scheme) ?? null)
  }

  /** @param {string} scheme @param {(request: Request) => Response | Promise<Response>} handler */
  handle(scheme, handler) {
    if (!this.app.isReady()) throw new Error('protocol.handle cannot be called before app is ready')
    this.#handlers.set(scheme, handler)
  }

  /** @param {string} scheme */
  unhandle(scheme) {
    this.#handlers.set(scheme, null)
  }

  /** @param {string} scheme */
  isProtocolHandled(scheme) {
    return Boolean(this.#handlers.get(scheme))
  }

  /** @param {string} url as the app names it */
  toCarried(url) {
    const scheme = new URL(url).protocol.slice(0, -1)
    if (!this.#handlers.has(scheme)) return url
    const [, host = '', rest = ''] = /^[^:]+:\/\/([^/?#]*)(.*)$/.exec(url) ?? []
    return `https://${scheme}--${host}.standin.invalid${rest === '' ? '/' : rest}`
  }

  /** @param {string} url as Chromium names it */
  fromCarried(url) {
    return url.replace(CARRIED, '$1://$2')
  }

  /** @param {string} url as Chromium names it */
  isCarried(url) {
    return CARRIED.test(url)
  }

  /**
   * Answers a request that Chromium has paused.
   *
   * @param {Protocol.Network.Request} request
   * @returns {Promise<Omit<Protocol.Fetch.fulfillRequestParameters, 'requestId'>>}
   */
  async answer(request) {
    const url = this.fromCarried(request.url)
    // Chromium's own wish, which Electron does not have.
    if (url.endsWith('/favicon.ico')) return { responseCode: 204 }

    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1))
    if (!handler) throw new Error(`Nobody answers ${url}`)
    const { method, headers, postData = null } = request
    const response = await handler(new Request(url, { method, headers, body: postData }))
    const body = Buffer.from(await response.arrayBuffer()).toString('base64')
    const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }))
    return { responseCode: response.status, responseHeaders, body }
  }
}

/** @import { Protocol } from '../../node_modules/playwright-core/types/protocol' */

module.exports = { ProtocolModule }
