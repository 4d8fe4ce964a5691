import type { ServingRules } from '../served-content'
import type { Crumb, ListingHeading } from './listing-writer'

/**
 * Gives what stands above a folder's listing: where one is, and the ways back.
 *
 * All ways are relative (`../`), so that they hold behind any prefix that a proxy may put before our addresses.
 *
 * @param names the folder's names below the share, as asked for
 */
export function folderHeading(
  rules: ServingRules,
  names: readonly string[],
  /** Names the search that is made in it; undefined when it is listed. */
  searchCrumb: string | undefined,
): ListingHeading {
  const { name: shareName, hostName, mount } = rules
  const crumbs: Crumb[] = [shareName, ...names].map((label, depth) => ({
    label,
    href: depth === names.length ? undefined : '../'.repeat(names.length - depth),
  }))
  // Below a mount there are other shares, and a listing of them all.
  if (mount !== '/') crumbs.unshift({ label: hostName, href: '../'.repeat(names.length + 1) })
  if (searchCrumb !== undefined) {
    crumbs.push({ label: crumbs.pop()?.label ?? shareName, href: './' }, { label: searchCrumb, href: undefined })
  }
  const here = names.at(-1)
  return {
    title: here === undefined ? shareName : `${here} – ${shareName}`,
    shareName,
    hostName,
    crumbs,
    canSort: true,
  }
}
