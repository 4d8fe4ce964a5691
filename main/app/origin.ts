/** Where the window's page comes from: a scheme of our own, so that neither `file:` nor a server is involved. */

/** The scheme that only this app answers. */
export const SCHEME = 'app'

/** The authority within the scheme. */
export const HOST = 'porthole'

/** The one page there is. */
export const PAGE_URL = `${SCHEME}://${HOST}/`

/** Whether a URL belongs to our own page. Compares whole components, because `app://porthole.evil/` begins alike. */
export function isOwnPage(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return protocol === `${SCHEME}:` && host === HOST
}
