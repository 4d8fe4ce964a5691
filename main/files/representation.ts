import { Buffer } from 'node:buffer'
import { contentDisposition } from '../http/content-disposition'
import { formatHttpDate } from '../http/http-date'
import type { ResponseField } from '../http/message'
import type { Validators } from '../http/preconditions'
import { charsetOf, SNIFFED_OCTETS } from './charset'
import { unicodeName } from './file-name'
import { isActiveContent, isAmbiguousName, isShownByBrowsers, isText, mediaTypeOf, mediaTypeOfTs } from './media-type'
import type { FileFacts, ServableFile } from './open-entry'

/** A file as HTTP speaks of it: its validators and the fields that a 200 carries. */
export interface Representation extends Validators {
  /** With `charset` where it has one. */
  readonly mediaType: string
  /** Fields of every answer that speaks of this version: 200, 206 and 304. A frozen list. */
  readonly sharedFields: readonly ResponseField[]
  /** Those, and before them the fields that describe the content, and so go with content only. A frozen list. */
  readonly fields: readonly ResponseField[]
}

export interface RepresentationRequest {
  /** The name in the address: it gives the media type and the name to save by. */
  readonly name: string
  readonly attach: boolean
  /** Keeps active content away from the rest of the address; see `ACTIVE_CONTENT_POLICY`. */
  readonly sandbox: boolean
  /** Milliseconds since the epoch: Last-Modified is never later (RFC 9110 §8.8.2.1). */
  readonly at: number
}

/**
 * Gives a strong entity tag: a file with this device, inode, size and modification time to the nanosecond is this
 * version and no other (RFC 9110 §8.8.1). A file put in its place has another inode, whatever its times say.
 */
export function entityTagOf({ device, inode, size, modifiedNs }: FileFacts): string {
  return `"${device.toString(36)}-${inode.toString(36)}-${size.toString(36)}-${modifiedNs.toString(36)}"`
}

/**
 * What shared HTML and SVG may do: run, but as an origin of its own. A page that somebody shares cannot read other
 * shares, act with the visitor's rights on this address, or pass itself off as the listing.
 */
const ACTIVE_CONTENT_POLICY = 'sandbox allow-scripts allow-forms allow-modals allow-popups allow-downloads'

/** What is kept of texts that were looked into: an entity tag and a short word each. */
const MAX_REMEMBERED = 4096

/** One file is asked for as a page and as a download; more ways are rare. */
const MOST_SAID = 4

interface Said {
  readonly asked: RepresentationRequest
  readonly representation: Representation
}

/** Describes files, and remembers for each version of a text how it is encoded, so that it is looked into once. */
export class RepresentationReader {
  readonly #mediaTypes = new Map<string, string>()
  /** By the look at the file: while it is held open, its facts are the same object. */
  readonly #said = new WeakMap<FileFacts, readonly Said[]>()

  /** Gives what was said of this very look at the file before; undefined when nothing was, or it may not be said now. */
  recall({ facts }: ServableFile, request: RepresentationRequest): Representation | undefined {
    // A date that was in the future then may have passed, or be in the future again.
    if (facts.modifiedAt > request.at) return undefined
    return this.#said.get(facts)?.find(({ asked }) => isSameRequest(asked, request))?.representation
  }

  async describe(file: ServableFile, request: RepresentationRequest): Promise<Representation> {
    const entityTag = entityTagOf(file.facts)
    const mediaType = await this.#mediaType(file, request.name, entityTag)
    const modifiedAt = Math.min(file.facts.modifiedAt, request.at)
    const described = { entityTag, modifiedAt, mediaType }
    const representation = { ...described, ...fieldsOf(described, request) }
    this.#say(file.facts, { asked: request, representation })
    return representation
  }

  #say(facts: FileFacts, said: Said): void {
    if (said.representation.modifiedAt !== facts.modifiedAt) return
    this.#said.set(facts, [...(this.#said.get(facts) ?? []), said].slice(-MOST_SAID))
  }

  async #mediaType(file: ServableFile, name: string, entityTag: string): Promise<string> {
    const byName = mediaTypeOf(name)
    if (!isText(byName) && !isAmbiguousName(name)) return byName
    // By name as well: a link can give one file two of them.
    const key = `${name}\0${entityTag}`
    const known = this.#mediaTypes.get(key)
    if (known !== undefined) return known

    const octets = await firstOctets(file)
    const mediaType = isAmbiguousName(name) ? mediaTypeOfTs(octets) : byName
    const charset = isText(mediaType) ? charsetOf(octets) : undefined
    const described = charset === undefined ? mediaType : `${mediaType}; charset=${charset}`
    this.#remember(key, described)
    return described
  }

  #remember(key: string, mediaType: string): void {
    this.#mediaTypes.set(key, mediaType)
    if (this.#mediaTypes.size <= MAX_REMEMBERED) return
    const [oldest] = this.#mediaTypes.keys()
    if (oldest !== undefined) this.#mediaTypes.delete(oldest)
  }
}

type Described = Pick<Representation, 'entityTag' | 'modifiedAt' | 'mediaType'>

/** Frozen: whoever writes them can tell that they will be the same the next time. */
function fieldsOf(
  { entityTag, modifiedAt, mediaType }: Described,
  { name, attach, sandbox }: RepresentationRequest,
): Pick<Representation, 'sharedFields' | 'fields'> {
  const [bareType = ''] = mediaType.split(';', 1)
  const sharedFields: ResponseField[] = [
    ['ETag', entityTag],
    ['Last-Modified', formatHttpDate(modifiedAt)],
    ['Cache-Control', 'no-cache'],
    ['X-Content-Type-Options', 'nosniff'],
  ]
  if (sandbox && isActiveContent(bareType)) sharedFields.push(['Content-Security-Policy', ACTIVE_CONTENT_POLICY])
  const contentFields: ResponseField[] = [
    ['Content-Type', mediaType],
    ['Accept-Ranges', 'bytes'],
  ]
  if (attach || !isShownByBrowsers(bareType)) {
    contentFields.push(['Content-Disposition', contentDisposition('attachment', unicodeName(name))])
  }
  return { sharedFields: Object.freeze(sharedFields), fields: Object.freeze([...contentFields, ...sharedFields]) }
}

function isSameRequest(one: RepresentationRequest, other: RepresentationRequest): boolean {
  return one.name === other.name && one.attach === other.attach && one.sandbox === other.sandbox
}

async function firstOctets({ source, facts }: ServableFile): Promise<Uint8Array> {
  const octets = Buffer.allocUnsafe(Math.min(SNIFFED_OCTETS, facts.size))
  if (octets.length === 0) return octets
  return octets.subarray(0, await source.read(octets, 0))
}
