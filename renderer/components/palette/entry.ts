import type { IconName } from '../icons'

/** What the palette lists, each under a heading of its own, in this order. */
export const paletteGroups = ['commands', 'filters', 'settings', 'requests', 'files', 'clients', 'chapters'] as const
export type PaletteGroup = (typeof paletteGroups)[number]

/** One thing that can be done or gone to. All its texts are inert. */
export interface PaletteEntry {
  /** Unique among all entries. */
  readonly id: string
  readonly group: PaletteGroup
  readonly icon: IconName
  /** What is shown, and searched first. */
  readonly label: string
  /** What is shown behind it in small. */
  readonly aside?: string
  /** What is searched as well: the same in the other language, an address. */
  readonly keywords?: string
  /** The key that does the same. */
  readonly shortcut?: string
  readonly run: () => void
}
