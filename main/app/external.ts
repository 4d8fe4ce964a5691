/** The only place that lets another program open something. */
import { shell } from 'electron'
import { addressOf, type Reference } from '../../preload/references'

/** Opens a section of a standard, which can only be at an address of ours: what crossed was a key, not a URL. */
export async function openReference(reference: Reference): Promise<void> {
  await open(addressOf(reference))
}

/**
 * Opens an address that we serve on in the system's browser.
 *
 * @throws {TypeError} when it is more than the origin of an HTTP server, such as a URL with a path
 */
export async function openAddress(origin: string): Promise<void> {
  if (!isHttpOrigin(origin)) {
    throw new TypeError(`Cannot open ${JSON.stringify(origin)}: expected the origin of an HTTP server`)
  }
  await open(`${origin}/`)
}

function isHttpOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  // The default port is not part of a parsed origin, and may well be written out.
  const bare = text.replace(/^(http:\/\/[^/]*):80$|^(https:\/\/[^/]*):443$/, '$1$2')
  return /^https?:$/.test(url.protocol) && url.origin === bare
}

async function open(url: string): Promise<void> {
  await shell.openExternal(url)
}
