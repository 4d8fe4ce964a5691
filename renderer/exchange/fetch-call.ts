/** A request as a call of `fetch`, for a browser's console or for Node. */
import type { CopiedCommand, CopyNote } from './copied-command'
import { addressOf, contentNotes, hostOf, isOriginForm, materialFields } from './copied-command'
import type { KnownRequest } from './known-request'

/** Fields that a script may not set (WHATWG Fetch, "forbidden request-header"). */
const FORBIDDEN = /^(?:accept-charset|access-control-.*|cookie2?|date|origin|referer|upgrade|via|proxy-.*)$/i
/** Methods that `fetch` refuses (WHATWG Fetch, "forbidden method"). */
const FORBIDDEN_METHOD = /^(?:CONNECT|TRACE|TRACK)$/i
// URL parsers resolve dot segments, turn backslashes over and encode the rest (WHATWG URL §4.4).
const PLAIN_TARGET = /^(?!.*\/(?:\.|%2e){1,2}(?:[/?]|$))[A-Za-z0-9\-._~!$&()*+,;=:@/?%]*$/i

/** Gives the call, or undefined when `fetch` refuses the method. */
export function fetchCall(request: KnownRequest): CopiedCommand | undefined {
  const { method, target, version, authority } = request
  if (FORBIDDEN_METHOD.test(method)) return undefined
  const fields = materialFields(request).filter(({ name }) => !FORBIDDEN.test(name))
  const refused = materialFields(request).filter(({ name }) => FORBIDDEN.test(name))
  const host = hostOf(request)
  const names = [...(host === authority ? [] : ['Host']), ...refused.map(({ name }) => name)]
  const headers = fields.map(({ name, value }) => `    [${quote(name)}, ${quote(value)}],`)
  const lines = [
    `await fetch(${quote(addressOf(request))}, {`,
    ...(method === 'GET' ? [] : [`  method: ${quote(method)},`]),
    ...(headers.length === 0 ? [] : ['  headers: [', ...headers, '  ],']),
    // Else the browser may answer from its cache, and add conditions of its own.
    `  cache: 'no-store',`,
    `  redirect: 'manual',`,
    '})',
  ]
  const notes: readonly CopyNote[] = [
    ...contentNotes(request),
    ...(names.length === 0 ? [] : [{ kind: 'fields-not-settable', names } as const]),
    ...(isOriginForm(target) && PLAIN_TARGET.test(target) ? [] : [{ kind: 'target-changed' } as const]),
    ...(version === 'HTTP/1.1' ? [] : [{ kind: 'version-changed' } as const]),
  ]
  return { text: lines.join('\n'), notes }
}

/** A string of JavaScript; `fetch` sends each of its characters as one octet. */
function quote(latin1: string): string {
  const escaped = latin1.replace(/[^ -~]|['\\]/g, (each) =>
    each === "'" || each === '\\' ? `\\${each}` : `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return `'${escaped}'`
}
