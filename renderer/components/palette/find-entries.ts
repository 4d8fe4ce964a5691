import uFuzzy from '@leeoniya/ufuzzy'
import { paletteGroups, type PaletteEntry, type PaletteGroup } from './entry'

/** A stretch of a label, and whether it is what was typed. */
export interface LabelPart {
  readonly text: string
  readonly hit: boolean
}

export interface FoundEntry {
  readonly entry: PaletteEntry
  readonly parts: readonly LabelPart[]
}

/** What was found under one heading. */
export interface FoundGroup {
  readonly group: PaletteGroup
  readonly entries: readonly FoundEntry[]
}

/** So many of one kind at most: more would push the other kinds out of sight. */
const MOST: { readonly [G in PaletteGroup]: number } = {
  commands: 40,
  filters: 20,
  settings: 8,
  requests: 8,
  files: 8,
  clients: 8,
  chapters: 12,
}
/** These are few and answer "what can I do here"; the others only come when they are looked for. */
const BEFORE_TYPING: ReadonlySet<PaletteGroup> = new Set(['commands', 'filters', 'settings', 'chapters'])

// One wrong, missing, doubled or swapped letter a word is forgiven. Letters of every script count as such.
const fuzzy = new uFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
})
/** Up to so many hits of a kind are put in order of how well they fit; among more, the newest are as good as any. */
const MOST_RANKED = 1000

/** Finds entries by what was typed, the best fit of each kind first. */
export function findEntries(entries: readonly PaletteEntry[], typed: string): readonly FoundGroup[] {
  const query = typed.trim()
  return paletteGroups
    .map((group) => {
      const ofGroup = entries.filter((entry) => entry.group === group)
      const found = query === '' ? untyped(group, ofGroup) : search(ofGroup, query)
      return { group, entries: found.slice(0, MOST[group]) }
    })
    .filter((each) => each.entries.length > 0)
}

function untyped(group: PaletteGroup, entries: readonly PaletteEntry[]): FoundEntry[] {
  return BEFORE_TYPING.has(group) ? entries.map(plainly) : []
}

function search(entries: readonly PaletteEntry[], query: string): FoundEntry[] {
  const haystack = entries.map(({ label, keywords }) => (keywords === undefined ? label : `${label}\n${keywords}`))
  const [indexes, info, order] = fuzzy.search(haystack, query, 1, MOST_RANKED)
  if (indexes === null) return []
  const found: FoundEntry[] = []
  for (const at of order ?? indexes) {
    const entry = entries[info === null ? at : (info.idx[at] ?? -1)]
    if (entry === undefined) continue
    found.push(info === null ? plainly(entry) : { entry, parts: markHits(entry.label, info.ranges[at] ?? []) })
  }
  return found
}

function plainly(entry: PaletteEntry): FoundEntry {
  return { entry, parts: [{ text: entry.label, hit: false }] }
}

/**
 * Cuts a label where hits begin and end.
 *
 * @param ranges offsets in turn of a start and an end; those beyond the label hit its keywords
 */
function markHits(label: string, ranges: readonly number[]): readonly LabelPart[] {
  const parts: LabelPart[] = []
  let at = 0
  for (let index = 0; index + 1 < ranges.length; index += 2) {
    const start = Math.min(ranges[index] ?? 0, label.length)
    const end = Math.min(ranges[index + 1] ?? 0, label.length)
    if (start > at) parts.push({ text: label.slice(at, start), hit: false })
    if (end > start) parts.push({ text: label.slice(start, end), hit: true })
    at = Math.max(at, end)
  }
  if (at < label.length) parts.push({ text: label.slice(at), hit: false })
  return parts
}
