/** The only place that lets another program open something. */
import { shell } from 'electron'

/** Pages that the Help menu names. A string that came over the network never gets here. */
export const references = {
  semantics: 'https://www.rfc-editor.org/rfc/rfc9110.html',
  messageSyntax: 'https://www.rfc-editor.org/rfc/rfc9112.html',
} as const

/** Opens one of our constant references in the system's browser. */
export async function openReference(name: keyof typeof references): Promise<void> {
  await open(references[name])
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
