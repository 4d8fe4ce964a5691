/** Compares what we accept with what Node's parser makes of it. */
import { METHODS } from 'node:http'
import { wantsPersistence } from '../../main/http/connection-options'
import { isNamed } from '../../main/http/field-lines'
import type { NodeReading, NodeRequest } from './node-http'
import type { ReadRequest, ReadRequests } from './read-requests'

/** Something that we accept and Node refuses. */
export interface Difference {
  /** Why we accept it, with the section that says so. */
  readonly why: string
  /** What Node calls its refusal. */
  readonly refusals: readonly string[]
  /** Tells whether the request is of that kind. */
  readonly applies: (request: ReadRequest, octets: string) => boolean
}

/** All of them. A new one is either a fault of ours or belongs here with its reason. */
export const DIFFERENCES: readonly Difference[] = [
  {
    why: 'a method is any token; what we do not know is answered 501 (RFC 9110 §9.1)',
    refusals: ['HPE_INVALID_METHOD'],
    applies: ({ head }) => !METHODS.includes(head.method),
  },
  {
    why: 'a higher minor version is read as the highest that we know (RFC 9110 §6.2)',
    refusals: ['HPE_INVALID_VERSION'],
    applies: ({ head }) => / HTTP\/1\.[2-9]\r\n/.test(Buffer.from(head.bytes).toString('latin1')),
  },
  {
    why: 'octets beyond US-ASCII in a target can only fail to name a file; people type them (request-target.ts)',
    refusals: ['HPE_INVALID_URL'],
    applies: ({ head }) => /[\x80-\xff]/.test(head.target),
  },
  {
    why: 'the same length several times is one length (RFC 9112 §6.3)',
    refusals: ['HPE_INVALID_CONTENT_LENGTH'],
    applies: ({ head }) => head.fields.some((field) => isNamed(field, 'content-length') && field.value.includes(',')),
  },
  {
    why: 'the same length on several lines is one length (RFC 9112 §6.3)',
    refusals: ['HPE_UNEXPECTED_CONTENT_LENGTH'],
    applies: ({ head }) => head.fields.filter((field) => isNamed(field, 'content-length')).length > 1,
  },
  {
    why: 'a trailer never frames anything (RFC 9110 §6.5.1)',
    refusals: ['HPE_INVALID_CONTENT_LENGTH', 'HPE_INVALID_TRANSFER_ENCODING'],
    applies: ({ trailers }) =>
      trailers?.some(({ name }) => /^(?:content-length|transfer-encoding)$/i.test(name)) === true,
  },
  {
    why: 'white space may stand around the parts of a chunk extension, and is to be removed (RFC 9112 §7.1.1)',
    refusals: ['HPE_STRICT', 'HPE_INVALID_CHUNK_SIZE'],
    applies: (_, octets) => /\n[0-9a-f]+(?:[ \t]+;|;[^\n]*[ \t])/i.test(octets),
  },
]

/**
 * Gives the first way in which Node reads an accepted request unlike us and which is none of the `DIFFERENCES`;
 * undefined when there is none. What we refuse is not looked at: we may be stricter.
 *
 * @param octets what both have read, as latin1 text
 */
export function findDisagreement(octets: string, { requests }: ReadRequests, reading: NodeReading): string | undefined {
  for (const [index, request] of requests.entries()) {
    const theirs = reading.requests[index]
    if (theirs === undefined || (request.trailers !== undefined && !theirs.isWhole)) {
      if (differenceOf(request, reading, octets) !== undefined) return undefined
      return `Node refuses with ${String(reading.refusal)} ${JSON.stringify(ourReading(request), undefined, 1)}`
    }
    // Content that we refuse at its end may go on for Node.
    const [ours, other] = [ourReading(request), theirReading(theirs)].map((read) =>
      JSON.stringify(request.trailers === undefined ? { ...read, content: undefined } : read, undefined, 1),
    )
    if (ours !== other) return `Node reads ${String(other)} instead of ${String(ours)}`
    // Nobody reads on behind these.
    if (request.head.method === 'CONNECT' || !wantsPersistence(request.head)) return undefined
  }
  return undefined
}

/** Gives the difference that explains why Node has not read an accepted request to its end. */
export function differenceOf(request: ReadRequest, { refusal }: NodeReading, octets: string): Difference | undefined {
  return DIFFERENCES.find(
    ({ refusals, applies }) => refusal !== undefined && refusals.includes(refusal) && applies(request, octets),
  )
}

/** A request as both can be written. */
type Reading = Omit<NodeRequest, 'isWhole'>

function ourReading({ head, content }: ReadRequest): Reading {
  const { method, target, version } = head
  return { method, target, version, fields: head.fields.map(({ name, value }) => `${name}: ${value}`), content }
}

function theirReading({ method, target, version, fields, content }: NodeRequest): Reading {
  return { method, target, version, fields, content }
}
