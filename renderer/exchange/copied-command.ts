/** What a command can and cannot say of a request. The makers of the commands stand beside this file. */
import type { KnownRequest, RequestField } from './known-request'

/** A request as something to paste. */
export interface CopiedCommand {
  readonly text: string
  readonly notes: readonly CopyNote[]
}

/** What the command does not do as the request did. */
export type CopyNote =
  /** The request had content, which is never kept. */
  | { readonly kind: 'content-left-out' }
  /** Fields with octets that cannot be typed there. */
  | { readonly kind: 'fields-left-out'; readonly names: readonly string[] }
  /** Fields that the program sets by itself. */
  | { readonly kind: 'fields-not-settable'; readonly names: readonly string[] }
  /** The program writes the target in a form of its own. */
  | { readonly kind: 'target-changed' }
  | { readonly kind: 'version-changed' }

/** Decides nothing about the answer, or is made by every program for itself. */
const IMMATERIAL =
  /^(?:connection|keep-alive|proxy-connection|upgrade-insecure-requests|user-agent|dnt|priority|te|sec-.*|pragma|cache-control|accept-encoding)$/i
/** Announces content, which we do not have. */
const OF_CONTENT = /^(?:content-length|transfer-encoding|expect|trailer|content-type|content-encoding)$/i

/** The field lines that can change the answer, in the order in which they came. Host is not among them. */
export function materialFields({ fields }: KnownRequest): readonly RequestField[] {
  return fields.filter(
    ({ name, value }) =>
      !IMMATERIAL.test(name) &&
      !OF_CONTENT.test(name) &&
      !/^host$/i.test(name) &&
      !(/^accept$/i.test(name) && value === '*/*'),
  )
}

/** Gives the request's Host; undefined when it had none. */
export function hostOf({ fields }: KnownRequest): string | undefined {
  return fields.find(({ name }) => /^host$/i.test(name))?.value
}

/** Tells whether content followed the request (RFC 9112 §6.3). */
export function hadContent({ fields }: KnownRequest): boolean {
  return fields.some(
    ({ name, value }) => /^transfer-encoding$/i.test(name) || (/^content-length$/i.test(name) && !/^0*$/.test(value)),
  )
}

/** The note that content is missing, where it is. */
export function contentNotes(request: KnownRequest): readonly CopyNote[] {
  return hadContent(request) ? [{ kind: 'content-left-out' }] : []
}

/**
 * Gives the address of a target in origin-form, with every octet that is not visible US-ASCII percent-encoded; of any
 * other form, the address of our root. It always leads to us, whatever the request called us.
 */
export function addressOf({ target, authority }: KnownRequest): string {
  const path = isOriginForm(target) ? encodeOctets(target) : '/'
  return `http://${authority}${path}`
}

/** Tells whether the target is a path: the form of nearly every request (RFC 9112 §3.2.1). */
export function isOriginForm(target: string): boolean {
  return target.startsWith('/')
}

/** Writes every octet that cannot be typed as a percent-escape. */
export function encodeOctets(target: string): string {
  return target.replace(/[^!-~]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}

/** Tells whether all of the text can be typed: visible US-ASCII and spaces. */
export function isTypeable(text: string): boolean {
  return /^[ -~]*$/.test(text)
}
