import type { ResponsePlan } from '../../http/response-plan'
import { methodPlan, refuseMethod } from '../refuse-method'
import type { FileRequest } from '../served-content'
import { figureFormat } from './format-figures'
import { listingEntityTag, listingPlan } from './listing-plan'
import { listingTexts } from './listing-texts'
import { readListingView } from './listing-view'
import type { ListedEntry, ListingHeading } from './listing-writer'
import { makeWriter } from './make-writer'
import { gather, writeListing } from './write-listing'

/** A share as the listing of all shares shows it. */
export interface IndexedShare {
  readonly name: string
  /** Percent-encoded place on the address, beginning with `/`, and ending with it for a folder. */
  readonly mount: string
  readonly kind: 'folder' | 'file' | 'echo'
  /** Octets; null when not known. */
  readonly size: number | null
  /** Milliseconds since the epoch; null when not known. */
  readonly modifiedAt: number | null
}

/** Answers for `/` when several shares stand on one address: the list of them, in the order given. */
export async function answerShareIndex(
  request: FileRequest,
  shares: readonly IndexedShare[],
  { hostName }: { readonly hostName: string },
): Promise<ResponsePlan> {
  const refusal = refuseMethod(request.method)
  if (refusal !== undefined) return methodPlan(refusal, request, undefined)

  const view = {
    ...readListingView(request.query, request.fields),
    search: undefined,
    sort: 'name',
    order: 'asc',
  } as const
  const texts = listingTexts(view.language)
  const heading: ListingHeading = {
    title: hostName,
    shareName: hostName,
    hostName: undefined,
    crumbs: [{ label: texts.shares, href: undefined }],
    canSort: false,
  }
  const writer = makeWriter({ heading, view, texts, figures: figureFormat(view.language, request.at) })
  const entries: readonly ListedEntry[] = shares.map(({ name, mount, kind, size, modifiedAt }) => ({
    href: `.${mount}`,
    above: [],
    name,
    kind,
    size,
    modifiedAt,
  }))
  const entityTag = listingEntityTag({ heading, view, year: new Date(request.at).getFullYear() }, entries)
  const content = async () => {
    const chunks = writeListing(writer, inOneBatch(entries), async () => ({ stoppedEarly: false, readme: undefined }))
    return { kind: 'bytes', bytes: await gather(chunks) } as const
  }
  return listingPlan({ writer, view, entityTag, content, shareId: undefined }, request)
}

async function* inOneBatch(entries: readonly ListedEntry[]): AsyncGenerator<readonly ListedEntry[], void> {
  yield entries
}
