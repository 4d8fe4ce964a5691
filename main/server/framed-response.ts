import type { HttpVersion, ResponseField } from '../http/message'
import { writeResponseHead } from '../http/response-head'
import type { ResponseContent, ResponsePlan, ResponseSubject } from '../http/response-plan'

/** A response ready to be written: what a plan becomes for this request on this connection. */
export interface FramedResponse {
  readonly status: number
  readonly head: Uint8Array
  /** Octets of content that the head announces; undefined when the length is not known in advance. */
  readonly contentLength: number | undefined
  /** What follows the head: `none` where the plan had content that may not be sent. */
  readonly content: ResponseContent
  /** How the end of a stream is told. Anything that is not a stream is delimited by its length. */
  readonly streamEnd: 'length' | 'last-chunk' | 'close'
  /** Whether the connection may carry another request afterwards. */
  readonly persists: boolean
  readonly subject: ResponseSubject | undefined
}

/** What the framing depends on besides the plan. */
export interface FramingContext {
  readonly method: string
  readonly version: HttpVersion
  /** Whether the client and the connection would go on after this response. */
  readonly mayPersist: boolean
  readonly date: ResponseField
}

const CLOSE: ResponseField = ['Connection', 'close']
// An HTTP/1.0 client that asked to keep the connection waits to be told so (RFC 9112 §9.3, appendix C.2.2).
const KEEP_ALIVE: ResponseField = ['Connection', 'keep-alive']
const CHUNKED: ResponseField = ['Transfer-Encoding', 'chunked']
const NO_CONTENT: ResponseContent = { kind: 'none' }

/**
 * Adds to a plan what only the connection knows: Date, Connection and how the content is delimited (RFC 9112 §6.3).
 *
 * Content of unknown length is chunked to HTTP/1.1 and ended by closing to HTTP/1.0, which knows no chunks. HEAD, 204
 * and 304 get no content whatever the plan holds; its source is then the caller's to close.
 *
 * @throws {TypeError} when a field of the plan would break out of its line
 */
export function frameResponse(plan: ResponsePlan, context: FramingContext): FramedResponse {
  const { method, version, mayPersist, date } = context
  const mayHaveContent = allowsContent(plan.status)
  const isOpenEnded = mayHaveContent && plan.content.kind === 'stream' && plan.content.length === undefined
  const endsByClosing = isOpenEnded && version === '1.0'
  const persists = mayPersist && plan.close !== true && !endsByClosing
  const contentLength = mayHaveContent ? announcedLength(plan.content, method) : undefined

  const persistence = persists ? (version === '1.0' ? KEEP_ALIVE : undefined) : CLOSE
  const isChunked = isOpenEnded && !endsByClosing
  return {
    status: plan.status,
    head: headOf(plan, { date, contentLength, isChunked, persistence }),
    contentLength,
    content: mayHaveContent && method !== 'HEAD' ? plan.content : NO_CONTENT,
    streamEnd: isOpenEnded ? (version === '1.0' ? 'close' : 'last-chunk') : 'length',
    persists,
    subject: plan.subject,
  }
}

/** What the connection adds to the fields of a plan. */
interface AddedFields {
  readonly date: ResponseField
  readonly contentLength: number | undefined
  readonly isChunked: boolean
  readonly persistence: ResponseField | undefined
}

interface WrittenHead extends AddedFields {
  readonly status: number
  readonly head: Uint8Array
}

/**
 * The head that was written last for a list of fields that can no longer change. Within the second of one Date the next
 * is the same to the octet, and the log then keeps one for all of them.
 */
const lastHeads = new WeakMap<readonly ResponseField[], WrittenHead>()

function headOf({ status, fields }: ResponsePlan, added: AddedFields): Uint8Array {
  const last = lastHeads.get(fields)
  if (last?.status === status && isSameAddition(last, added)) return last.head
  const head = writeResponseHead(status, [...allFields(fields, added)])
  if (Object.isFrozen(fields)) lastHeads.set(fields, { ...added, status, head })
  return head
}

function isSameAddition(one: AddedFields, other: AddedFields): boolean {
  return (
    one.date === other.date &&
    one.contentLength === other.contentLength &&
    one.persistence === other.persistence &&
    one.isChunked === other.isChunked
  )
}

function* allFields(fields: readonly ResponseField[], added: AddedFields): Generator<ResponseField> {
  const { date, contentLength, isChunked, persistence } = added
  yield date
  yield* fields
  if (contentLength !== undefined) yield ['Content-Length', String(contentLength)]
  else if (isChunked) yield CHUNKED
  if (persistence !== undefined) yield persistence
}

/** RFC 9112 §6.3, rule 1: these end with their head. A 304 could tell a length, but nothing depends on it. */
function allowsContent(status: number): boolean {
  return status >= 200 && status !== 204 && status !== 304
}

function announcedLength(content: ResponseContent, method: string): number | undefined {
  switch (content.kind) {
    case 'bytes':
      return content.bytes.length
    case 'parts':
      return content.length
    case 'stream':
      return content.length
    case 'none':
      // Only HEAD may announce what does not follow; there, saying nothing is better than saying 0 (RFC 9110 §8.6).
      return method === 'HEAD' ? content.length : 0
  }
}
