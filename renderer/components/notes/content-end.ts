import type { HeadKind } from '../detail/wire-head'
import type { ExchangeHeads } from './exchange-heads'
import { valueOf } from './exchange-heads'
import type { NoteSubject } from './note-subject'

type Framing = Extract<NoteSubject, { area: 'framing' }>['name']

/** Tells how the end of a message's content is known, in the order of RFC 9112 §6.3. */
export function contentEnd(kind: HeadKind, { row, request, response }: ExchangeHeads): Framing {
  const head = kind === 'request' ? request : response
  if (kind === 'response') {
    if (row.method === 'HEAD') return 'none-to-head'
    const status = row.status ?? 0
    if (status < 200 || status === 204 || status === 304) return 'none-by-status'
  }
  if (valueOf(head, 'transfer-encoding') !== null) return 'by-chunks'
  if (valueOf(head, 'content-length') !== null) return 'by-length'
  return kind === 'request' ? 'no-content-request' : 'by-close'
}
