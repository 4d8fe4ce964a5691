import { Buffer, isUtf8 } from 'node:buffer'
import { visibleName, visibleNameHtml } from '../../files/pages/visible-name'

/**
 * Gives latin1 text of a message as people read it: as UTF-8 where its octets are that, which clients send although
 * nothing says so, and else as it is.
 */
export function readableText(latin1: string): string {
  const octets = Buffer.from(latin1, 'latin1')
  return isUtf8(octets) ? octets.toString('utf8') : latin1
}

/**
 * Gives the text that content is, or undefined when it is none: not UTF-8, or holding NUL.
 *
 * @param isCut whether more octets follow, so that the last character may be in parts
 */
export function contentText(octets: Uint8Array, { isCut }: { readonly isCut: boolean }): string | undefined {
  if (octets.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets, { stream: isCut })
  } catch {
    // The one reason a fatal decoder has: it is not UTF-8.
    return undefined
  }
}

/** Runs of text between the line ends and tabs that stay. */
const EACH_RUN = /[^\n\t]+/g

/** Writes out what cannot be seen and what a terminal would obey; lines stay lines. */
export function visibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(EACH_RUN, visibleName)
}

/** The same as HTML content. */
export function visibleTextHtml(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(EACH_RUN, visibleNameHtml)
}
