/**
 * The standards that the window points to. What crosses is a document's key and a section; only a constant address can
 * come of that, so no string from the network ever names a page.
 */

/** A section of a standard, or the whole of it. */
export interface Reference {
  readonly document: DocumentKey
  /** `14.2` for an RFC, the name of an anchor for any other; null for the whole document. */
  readonly section: string | null
}

/** RFCs that notes cite, by number. */
const RFCS = [
  2295, 2518, 2616, 2774, 3229, 3230, 3986, 4918, 5789, 5842, 6265, 6266, 6455, 6585, 6797, 7239, 7240, 7725, 7838,
  8288, 8297, 8470, 8586, 8594, 8942, 9110, 9111, 9112, 9113, 9114, 9211, 9213, 9218, 9530, 9745,
] as const

/** Standards of the web that are no RFCs, by the title a reader knows them by. */
const WEB = {
  'client-hints-agent': ['UA Client Hints', 'https://wicg.github.io/ua-client-hints/'],
  'client-hints-device': ['Client Hints', 'https://wicg.github.io/responsive-image-client-hints/'],
  'client-hints-network': ['Network Information', 'https://wicg.github.io/netinfo/'],
  csp: ['CSP Level 3', 'https://www.w3.org/TR/CSP3/'],
  'do-not-track': ['Tracking Preference', 'https://www.w3.org/TR/tracking-dnt/'],
  fetch: ['Fetch', 'https://fetch.spec.whatwg.org/'],
  'fetch-metadata': ['Fetch Metadata', 'https://www.w3.org/TR/fetch-metadata/'],
  'global-privacy-control': ['Global Privacy Control', 'https://www.w3.org/TR/gpc/'],
  html: ['HTML', 'https://html.spec.whatwg.org/'],
  'permissions-policy': ['Permissions Policy', 'https://www.w3.org/TR/permissions-policy/'],
  'preference-media': ['Media Features', 'https://wicg.github.io/user-preference-media-features-headers/'],
  'private-network': ['Private Network Access', 'https://wicg.github.io/private-network-access/'],
  'referrer-policy': ['Referrer Policy', 'https://www.w3.org/TR/referrer-policy/'],
  'save-data': ['Save Data', 'https://wicg.github.io/savedata/'],
  'server-timing': ['Server Timing', 'https://www.w3.org/TR/server-timing/'],
  'resource-timing': ['Resource Timing', 'https://www.w3.org/TR/resource-timing/'],
  'service-workers': ['Service Workers', 'https://www.w3.org/TR/service-workers/'],
  'upgrade-insecure': ['Upgrade Insecure Requests', 'https://www.w3.org/TR/upgrade-insecure-requests/'],
} as const satisfies Record<string, readonly [title: string, address: string]>

export type DocumentKey = `rfc${(typeof RFCS)[number]}` | keyof typeof WEB

interface StandardDocument {
  /** What a citation calls it. */
  readonly title: string
  readonly address: string
  /** Whether its sections have numbers, and so stand in addresses as the RFC editor writes them. */
  readonly numbered: boolean
}

/** Every document that can be pointed to. */
export const documents: ReadonlyMap<string, StandardDocument> = new Map([
  ...RFCS.map((number): [string, StandardDocument] => {
    const address = `https://www.rfc-editor.org/rfc/rfc${String(number)}.html`
    return [`rfc${String(number)}`, { title: `RFC ${String(number)}`, address, numbered: true }]
  }),
  ...Object.entries(WEB).map(([key, [title, address]]): [string, StandardDocument] => [
    key,
    { title, address, numbered: false },
  ]),
])

/** Numbers with dots, or the name of an anchor: nothing that could end the fragment it is put in. */
const SECTION = /^[a-z\d](?:[a-z\d._-]{0,63})$/i

/** Tells whether a value is a document that we know and a section that could be in it. */
export function isReference(value: { readonly document?: unknown; readonly section?: unknown }): value is Reference {
  const { document, section } = value
  if (typeof document !== 'string' || !documents.has(document)) return false
  return section === null || (typeof section === 'string' && SECTION.test(section))
}

/** Gives the address of a section on the web. */
export function addressOf({ document, section }: Reference): string {
  const { address = '', numbered = false } = documents.get(document) ?? {}
  if (section === null) return address
  if (!numbered) return `${address}#${section}`
  return `${address}#${/^\d/.test(section) ? 'section' : 'appendix'}-${section}`
}

/**
 * Reads what a note cites: `RFC 9110 §14.2`, `Fetch §x-content-type-options-header`.
 *
 * @throws {TypeError} when it is not one of our documents, which is a slip of whoever wrote the note
 */
export function parseCitation(citation: string): Reference {
  const [title = '', section = null] = citation.split(' §')
  const document = Array.from(documents).find(([, each]) => each.title === title)?.[0]
  const reference = { document, section }
  if (!isReference(reference)) throw new TypeError(`Cannot cite ${JSON.stringify(citation)}: expected a known document`)
  return reference
}

/** Names a reference as people cite it: `RFC 9110 §14.2`; of a document without numbers its title alone. */
export function cite({ document, section }: Reference): string {
  const { title = '', numbered = false } = documents.get(document) ?? {}
  return section === null || !numbered ? title : `${title} §${section}`
}
