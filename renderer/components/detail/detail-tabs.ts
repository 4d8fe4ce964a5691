import { lintsIn } from '../../../preload/lints'
import type { ExchangeRow } from '../../../preload/views'

/** The tabs of the detail that have something to show, in the order they stand and are numbered from 1. */
export const tabs = ['story', 'request', 'response', 'transfer', 'timing', 'connection', 'raw', 'notes'] as const

export type TabKey = (typeof tabs)[number]

/** Gives the tab of that name, if it is one of those that there are. */
export function findTab(name: string): TabKey | undefined {
  return tabs.find((each) => each === name)
}

/** Heights in CSS pixels below which a tab has to scroll what belongs together. */
const WIRE = 424
const TRANSFER = 400
const AUTOPSY = 364
const STORY_WITH_NOTES = 400
const ASKED: { readonly [T in TabKey]?: number } = { request: WIRE, response: WIRE, raw: WIRE, transfer: TRANSFER }

/**
 * Gives the height that a tab asks for while nobody has set another; 0 where any will do.
 *
 * @param row what happened; Porthole's notes on it stand below its story
 */
export function askedHeight(tab: TabKey, { state, lints }: Pick<ExchangeRow, 'state' | 'lints'>): number {
  if (tab === 'story' && lintsIn(lints).length > 0) return STORY_WITH_NOTES
  return tab === 'request' && state === 'malformed' ? AUTOPSY : (ASKED[tab] ?? 0)
}
