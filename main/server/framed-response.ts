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

  const fields: ResponseField[] = [date, ...plan.fields]
  if (contentLength !== undefined) fields.push(['Content-Length', String(contentLength)])
  else if (isOpenEnded && !endsByClosing) fields.push(CHUNKED)
  if (!persists) fields.push(CLOSE)
  // An HTTP/1.0 client that asked to keep the connection waits to be told so (RFC 9112 §9.3, appendix C.2.2).
  else if (version === '1.0') fields.push(KEEP_ALIVE)

  return {
    status: plan.status,
    head: writeResponseHead(plan.status, fields),
    contentLength,
    content: mayHaveContent && method !== 'HEAD' ? plan.content : NO_CONTENT,
    streamEnd: isOpenEnded ? (version === '1.0' ? 'close' : 'last-chunk') : 'length',
    persists,
    subject: plan.subject,
  }
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
