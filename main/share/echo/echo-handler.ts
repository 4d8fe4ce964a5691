/** The share that answers whatever is asked with what was asked: how a person learns HTTP, or checks a client. */
import { choosePageLanguage } from '../../files/pages/language'
import type { PageLanguage } from '../../files/pages/language'
import { negotiateMediaType } from '../../http/accept'
import { fieldValue } from '../../http/field-lines'
import type { ResponseField } from '../../http/message'
import { latin1Bytes, utf8Bytes } from '../../http/octets'
import type { ResponsePlan, ResponseSubject } from '../../http/response-plan'
import type { IncomingRequest } from '../../server/handler'
import { digestContent } from './digest-content'
import type { EchoFacts } from './echo-facts'
import { gatherFacts } from './echo-facts'
import { writeEchoJson } from './echo-json'
import { writeEchoPage } from './echo-page'
import { ECHO_POLICY } from './echo-style'
import { writeEchoText } from './echo-text'
import { ECHO_TEXTS } from './echo-texts'
import { traceMessage } from './trace-message'

export interface EchoOptions {
  /** When the request came in: milliseconds since the epoch. */
  readonly at: number
}

const SUBJECT: ResponseSubject = { kind: 'echo' }
const ALLOW: ResponseField = ['Allow', 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, TRACE']

/** The first is for who takes anything, which is curl and wget; browsers ask for HTML by name. */
const MEDIA_TYPES = ['text/plain', 'text/html', 'application/json'] as const

/** What holds for every echo: it is about this one request, so that nobody may keep it. */
const COMMON_FIELDS: readonly ResponseField[] = [
  ['Cache-Control', 'no-store'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
]

/**
 * Answers a request with what it was: method, target, time, its head as it arrived, and size, digest and beginning of
 * its content, as HTML, plain text or JSON by Accept. Content is read to its end first, however long it is.
 */
export async function answerEcho(request: IncomingRequest, options: EchoOptions): Promise<ResponsePlan> {
  switch (request.head.method) {
    case 'OPTIONS':
      return { status: 204, fields: [ALLOW, ...COMMON_FIELDS], content: { kind: 'none' }, subject: SUBJECT }
    case 'CONNECT':
      return refuseTunnel()
    case 'TRACE':
      return answerTrace(request)
    default:
      return answerFacts(request, options)
  }
}

async function answerFacts(request: IncomingRequest, { at }: EchoOptions): Promise<ResponsePlan> {
  const { head, framing } = request
  const content = framing.kind === 'none' ? undefined : await digestContent(request.content)
  const facts = gatherFacts(head.method === 'HEAD' ? asGet(request) : request, content, at)
  const mediaType = negotiateMediaType(fieldValue(head.fields, 'accept'), MEDIA_TYPES) ?? 'text/plain'
  const language = choosePageLanguage(fieldValue(head.fields, 'accept-language'))
  const bytes = utf8Bytes(writeFacts(facts, mediaType, language))
  return {
    status: 200,
    fields: [
      ['Content-Type', mediaType === 'application/json' ? mediaType : `${mediaType}; charset=utf-8`],
      ...(mediaType === 'application/json' ? [] : [['Content-Language', language] as const]),
      ['Vary', 'Accept, Accept-Language'],
      ...(mediaType === 'text/html' ? [['Content-Security-Policy', ECHO_POLICY] as const] : []),
      ...COMMON_FIELDS,
    ],
    content: head.method === 'HEAD' ? { kind: 'none', length: bytes.length } : { kind: 'bytes', bytes },
    subject: SUBJECT,
  }
}

/** What HEAD announces is the length that the same request would get with GET (RFC 9110 §8.6). */
function asGet(request: IncomingRequest): IncomingRequest {
  const { head } = request
  const bytes = Uint8Array.of(...latin1Bytes('GET'), ...head.bytes.subarray('HEAD'.length))
  return { ...request, head: { ...head, method: 'GET', bytes } }
}

function writeFacts(facts: EchoFacts, mediaType: string, language: PageLanguage): string {
  switch (mediaType) {
    case 'text/html':
      return writeEchoPage(facts, language)
    case 'application/json':
      return writeEchoJson(facts)
    default:
      return writeEchoText(facts, ECHO_TEXTS[language])
  }
}

/** RFC 9110 §9.3.8. A client must not send content with TRACE; what one sends all the same is left unread. */
function answerTrace({ head }: IncomingRequest): ResponsePlan {
  return {
    status: 200,
    fields: [['Content-Type', 'message/http'], ...COMMON_FIELDS],
    content: { kind: 'bytes', bytes: traceMessage(head) },
    subject: SUBJECT,
  }
}

/** We are no proxy, and what a client sends behind CONNECT is not HTTP (RFC 9110 §9.3.6). */
function refuseTunnel(): ResponsePlan {
  return {
    status: 405,
    fields: [ALLOW, ['Content-Type', 'text/plain; charset=utf-8'], ...COMMON_FIELDS],
    content: { kind: 'bytes', bytes: latin1Bytes('CONNECT is for proxies. This is none.\n') },
    close: true,
    subject: { ...SUBJECT, reason: 'method-not-allowed' },
  }
}
