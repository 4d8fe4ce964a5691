/** Decides which share answers a request, or that none does. The shares themselves decide everything else. */
import type { Settings } from '../../preload/settings'
import { answerShareIndex } from '../files/listing/share-index'
import { refusalPlan } from '../files/pages/refusal-plan'
import type { RefusalAnswer } from '../files/pages/refusal-plan'
import type { FileRequest, ServingRules } from '../files/served-content'
import { parseAuthority } from '../http/authority'
import { fieldValue } from '../http/field-lines'
import type { ResponseField } from '../http/message'
import { parseTarget } from '../http/request-target'
import type { RequestTarget } from '../http/request-target'
import type { ResponsePlan } from '../http/response-plan'
import type { Handler, IncomingRequest } from '../server/handler'
import { answerEcho } from './echo/echo-handler'
import { namesUs } from './host-check'
import type { OwnNames } from './host-check'
import { findPlace } from './mounts'
import type { Share, Shares } from './shares'

export interface RouterParts {
  readonly shares: Shares
  readonly settings: () => Settings
  readonly ownNames: () => OwnNames
  /** For the titles of pages. */
  readonly hostName: string
  readonly now: () => number
}

type Planned = ReturnType<Handler>

/** The target's path and query, for the forms that have them. */
type PathTarget = Extract<RequestTarget, { readonly form: 'origin' | 'absolute' }>

/** What holds for the server as a whole (RFC 9110 §9.3.7), and for every share of files. */
const ALLOW: ResponseField = ['Allow', 'GET, HEAD, OPTIONS']

/** Gives the handler that the server calls for every request. */
export function createRouter(parts: RouterParts): Handler {
  return (request) => {
    const { method, target } = request.head
    const parsed = parseTarget(method, target)
    if (parsed === undefined) return refuse(request, { status: 400, reason: 'malformed-path' })
    if (parsed.form === 'authority') {
      // We are no proxy, and what follows a refused CONNECT is not HTTP (RFC 9110 §9.3.6).
      const plan = refuse(request, { status: 405, reason: 'method-not-allowed', fields: [ALLOW] })
      return { ...plan, close: true }
    }
    if (!isForUs(request, parsed, parts.ownNames())) return refuse(request, { status: 421, reason: 'host-not-ours' })
    if (parsed.form === 'asterisk') {
      return { status: 204, fields: [ALLOW], content: { kind: 'none' }, subject: { kind: 'page' } }
    }
    return answerPlace(request, parsed, parts)
  }
}

/** HTTP/1.0 knows no Host (RFC 9112 §3.2); a browser, which is what rebinding needs, always sends one. */
function isForUs(request: IncomingRequest, target: RequestTarget, own: OwnNames): boolean {
  if (target.form === 'absolute' && target.scheme !== 'http') return false
  // The authority of an absolute-form takes the place of Host (RFC 9112 §3.2.2).
  const host = target.form === 'absolute' ? target.authority : fieldValue(request.head.fields, 'host')
  if (host === undefined) return request.head.version === '1.0'
  const authority = parseAuthority(host)
  return authority !== undefined && namesUs(authority, own, request.connection.localAddress)
}

function answerPlace(request: IncomingRequest, target: PathTarget, parts: RouterParts): Planned {
  const place = findPlace(target.path, parts.shares.list)
  request.routed()
  switch (place.kind) {
    case 'index': {
      const entries = parts.shares.views().map(({ kind, name, mount, size }) => ({
        kind,
        name,
        mount,
        size,
        modifiedAt: null,
      }))
      return answerShareIndex(fileRequest(request, target, parts.now()), entries, { hostName: parts.hostName })
    }
    case 'share':
      return answerShare(request, { ...target, path: place.path }, { id: place.id, parts })
    case 'slash-missing':
      return isRetrieval(request)
        ? redirect(`${place.mount}${target.query === undefined ? '' : `?${target.query}`}`)
        : answerShare(request, { ...target, path: '/' }, { id: place.id, parts })
    case 'malformed':
      return refuse(request, { status: 400, reason: 'malformed-path' })
    case 'nothing':
      return refuse(request, { status: 404, reason: 'not-found' })
  }
}

function answerShare(
  request: IncomingRequest,
  target: PathTarget,
  { id, parts }: { readonly id: number; readonly parts: RouterParts },
): Planned {
  const share = parts.shares.find(id)
  if (share === undefined) return refuse(request, { status: 404, reason: 'not-found' })
  if (share.content === null) return answerEcho(request, { at: parts.now() })
  return share.content.answer(fileRequest(request, target, parts.now()), rulesFor(share, parts))
}

function isRetrieval({ head }: IncomingRequest): boolean {
  return head.method === 'GET' || head.method === 'HEAD'
}

function fileRequest({ head }: IncomingRequest, { path, query }: PathTarget, at: number): FileRequest {
  return { method: head.method, path, query, fields: head.fields, at }
}

function rulesFor(share: Share, { shares, settings, hostName }: RouterParts): ServingRules {
  const { showHidden, serveIndex, alwaysAttach } = settings()
  const mount = shares.mountOf(share)
  return { shareId: share.id, name: share.name, mount, hostName, showHidden, serveIndex, alwaysAttach }
}

/** The place is made from the share's own name, never from what the client sent: it cannot lead to another host. */
function redirect(location: string): ResponsePlan {
  return {
    status: 301,
    // Asked again each time: what stands there changes with what is shared, and browsers keep a 301 for good.
    fields: [
      ['Location', location],
      ['Cache-Control', 'no-cache'],
    ],
    content: { kind: 'bytes', bytes: new Uint8Array() },
    subject: { kind: 'page' },
  }
}

/** Refuses what concerns no share. */
function refuse(request: IncomingRequest, refusal: RefusalAnswer): ResponsePlan {
  return refusalPlan(refusal, request.head, undefined)
}
