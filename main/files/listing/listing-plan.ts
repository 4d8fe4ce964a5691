import { createHash } from 'node:crypto'
import type { FieldLine, ResponseField } from '../../http/message'
import { evaluatePreconditions } from '../../http/preconditions'
import type { ResponseContent, ResponsePlan } from '../../http/response-plan'
import { refusalPlan } from '../pages/refusal-plan'
import type { FileRequest } from '../served-content'
import { LISTING_POLICY } from './listing-style'
import { LISTING_VARY, type ListingView } from './listing-view'
import type { ListedEntry, ListingHeading, ListingWriter } from './listing-writer'

/** A listing of which everything is known, or one that is still to be read. */
export interface PlannedListing {
  readonly writer: ListingWriter
  readonly view: ListingView
  /** Undefined when not all entries are known yet: then there is nothing that a reload could be compared with. */
  readonly entityTag: string | undefined
  /** Makes the content; called only if it is sent. */
  readonly content: () => Promise<ResponseContent>
  readonly shareId: number | undefined
}

/** Plans a listing's answer: preconditions first, and content only where it is wanted. */
export async function listingPlan(listing: PlannedListing, request: FileRequest): Promise<ResponsePlan> {
  const { writer, view, entityTag, shareId } = listing
  const subject = { kind: 'listing' as const, ...(shareId === undefined ? {} : { shareId }) }
  const sharedFields: ResponseField[] = [
    ...(entityTag === undefined ? [] : [['ETag', entityTag] as const]),
    ['Vary', LISTING_VARY],
    ['Cache-Control', 'no-cache'],
    ['X-Content-Type-Options', 'nosniff'],
  ]
  // There is no modification date to compare with, so dates are not looked at (RFC 9110 §13.1.3 and §13.1.4).
  const conditional = { method: request.method, fields: request.fields.filter((line) => !isDateCondition(line)) }
  switch (evaluatePreconditions(conditional, { entityTag: entityTag ?? '', modifiedAt: 0 }, request.at)) {
    case 'not-modified':
      return { status: 304, fields: sharedFields, content: { kind: 'none' }, subject }
    case 'precondition-failed':
      return refusalPlan({ status: 412, reason: 'precondition-failed' }, request, shareId)
    case 'proceed':
      break
  }
  const fields: ResponseField[] = [['Content-Type', writer.mediaType], ...sharedFields]
  if (view.format !== 'json') fields.push(['Content-Language', view.language])
  if (view.format === 'html')
    fields.push(['Content-Security-Policy', LISTING_POLICY], ['Referrer-Policy', 'same-origin'])
  const content: ResponseContent = request.method === 'HEAD' ? { kind: 'none' } : await listing.content()
  return { status: 200, fields, content, subject }
}

function isDateCondition({ name }: FieldLine): boolean {
  return /^if-(?:un)?modified-since$/i.test(name)
}

/**
 * Gives the entity tag of a listing: weak, for it says that the page tells the same, not that its octets are the same.
 * It is made of everything that stands on the page, so that it is never stale.
 *
 * @param year dates are written without it, for as long as it is this one
 */
export function listingEntityTag(
  { heading, view, year }: { readonly heading: ListingHeading; readonly view: ListingView; readonly year: number },
  entries: readonly ListedEntry[],
): string {
  const hash = createHash('sha256').update(JSON.stringify([LISTING_POLICY, heading, view, year]))
  for (const { href, kind, size, modifiedAt } of entries) {
    hash.update(`\n${href} ${kind} ${String(size)} ${String(modifiedAt)}`)
  }
  return `W/"${hash.digest('base64url').slice(0, 22)}"`
}
