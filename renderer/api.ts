import type { PortholeApi } from '../preload/contract'
import { ConsoleLink, consoleApi } from './console-link'

declare global {
  interface Window {
    /** Put there by the preload, in the desktop app only. */
    readonly porthole?: PortholeApi
  }
}

/** The way to main: the contract, and in the browser console the link that can be cut. */
export interface Carrier {
  readonly api: PortholeApi
  readonly link: ConsoleLink | null
}

/** Connects to main: over the preload's bridge in the desktop app, else over the socket beside this page. */
export function connect(): Carrier {
  if (window.porthole !== undefined) return { api: window.porthole, link: null }
  const url = new URL('./ws', location.href)
  url.protocol = url.protocol.replace(/^http/, 'ws')
  const link = new ConsoleLink(url.href)
  return { api: consoleApi(link), link }
}
