/** A request as a call of GNU Wget 1, which saves what it gets. */
import { shellQuote, shellQuoteOctets } from '../../preload/inert-text'
import type { CopiedCommand, CopyNote } from './copied-command'
import { addressOf, contentNotes, hostOf, isOriginForm, materialFields } from './copied-command'
import type { KnownRequest } from './known-request'

// What Wget sends as it stands. It resolves dot segments and encodes the rest.
const PLAIN_TARGET = /^(?!.*\/\.{1,2}(?:\/|$))[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]*$/

/** For a POSIX shell. */
export function wgetCommand(request: KnownRequest): CopiedCommand {
  const { method, target, version, authority } = request
  const host = hostOf(request)
  const fields = materialFields(request).map(({ name, value }) => `${name}: ${value}`)
  const words = [
    ...(method === 'GET' ? [] : [`--method=${shellQuote(method)}`]),
    ...(host === undefined || host === authority ? [] : [`--header=${shellQuoteOctets(`Host: ${host}`)}`]),
    ...fields.map((field) => `--header=${shellQuoteOctets(field)}`),
    shellQuote(addressOf(request)),
  ]
  const notes: readonly CopyNote[] = [
    ...contentNotes(request),
    ...(host === undefined ? [{ kind: 'fields-not-settable', names: ['Host'] } as const] : []),
    ...(isOriginForm(target) && PLAIN_TARGET.test(target) ? [] : [{ kind: 'target-changed' } as const]),
    ...(version === 'HTTP/1.1' ? [] : [{ kind: 'version-changed' } as const]),
  ]
  return { text: ['wget', ...words].join(' \\\n  '), notes }
}
