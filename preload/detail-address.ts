/**
 * Which exchange a window of its own shows stands in the fragment of its address, and nowhere else: it outlives a reload
 * and a crash of the page, and no server ever sees it.
 */

/** Gives the fragment for an exchange: `#exchange-12`. */
export function detailFragment(exchangeId: number): string {
  return `#exchange-${String(exchangeId)}`
}

/** Gives the exchange that an address or a fragment names; null when it is that of the whole window. */
export function exchangeInAddress(address: string): number | null {
  const [, digits] = /#exchange-([1-9]\d{0,14})$/.exec(address) ?? []
  return digits === undefined ? null : Number(digits)
}
