/**
 * Everything that a key does, and what the palette can do: the one table behind the key handling, the sheet of keys and
 * the palette. What an action is called stands in `text/keys.ts` under the same name; what it does is offered by the
 * component that can do it (`ActionRegistry`).
 */
import type { Spoken } from '../../text/message'
import type { keys as messages } from '../../text/keys'
import type { IconName } from '../icons'
import { sayStroke, type Stroke } from './strokes'

/**
 * Where a key means the action: in the whole window, in the whole window while a request is selected, or only while the
 * focus is there.
 */
export type Place = 'everywhere' | 'onRequest' | 'inTable' | 'inDetail' | 'inTree'

interface ActionFacts {
  readonly place: Place
  /** The keys for it, the one to show first; none for what only the palette does. */
  readonly strokes: readonly Stroke[]
  /** Actions of one line share a line of the sheet. Alone on its line when absent. */
  readonly line?: keyof Spoken<typeof messages>
  readonly icon?: IconName
  /** Left out of the palette, where it would mean nothing. */
  readonly unlisted?: true
}

export const actions = {
  showPalette: { place: 'everywhere', strokes: ['Mod+K'], unlisted: true },
  pause: { place: 'everywhere', strokes: ['Space'], icon: 'pause' },
  follow: { place: 'everywhere', strokes: ['F'], icon: 'follow' },
  copyAddress: { place: 'everywhere', strokes: ['Mod+L'], icon: 'copy' },
  shareFolder: { place: 'everywhere', strokes: ['Mod+O'], icon: 'folder' },
  find: { place: 'everywhere', strokes: ['Mod+F', '/'], icon: 'filter' },
  highlight: { place: 'everywhere', strokes: ['Alt+F'], icon: 'highlight' },
  clearFilter: { place: 'everywhere', strokes: [], icon: 'close' },
  dock: { place: 'everywhere', strokes: ['Mod+\\'], icon: 'dock-bottom' },
  settings: { place: 'everywhere', strokes: ['Mod+,'], icon: 'gear' },
  lesson: { place: 'everywhere', strokes: ['F1'], icon: 'book' },
  nextChapter: { place: 'everywhere', strokes: ['Alt+ArrowRight'], line: 'chapters', icon: 'chevron-right' },
  previousChapter: { place: 'everywhere', strokes: ['Alt+ArrowLeft'], line: 'chapters', icon: 'chevron-right' },
  back: { place: 'everywhere', strokes: ['Escape'], unlisted: true },
  showKeys: { place: 'everywhere', strokes: ['?'], icon: 'keyboard' },
  startServing: { place: 'everywhere', strokes: [], icon: 'play' },
  stopServing: { place: 'everywhere', strokes: [], icon: 'stop' },
  openHere: { place: 'everywhere', strokes: [], icon: 'open' },
  shareEcho: { place: 'everywhere', strokes: [], icon: 'globe' },
  clear: { place: 'everywhere', strokes: [], icon: 'clear' },
  groupByNone: { place: 'everywhere', strokes: [], icon: 'group' },
  groupByClient: { place: 'everywhere', strokes: [], icon: 'group' },
  groupByConnection: { place: 'everywhere', strokes: [], icon: 'group' },
  groupByFile: { place: 'everywhere', strokes: [], icon: 'group' },
  groupByTransfer: { place: 'everywhere', strokes: [], icon: 'group' },

  openDetailWindow: { place: 'onRequest', strokes: ['Shift+Enter'], icon: 'open' },
  copyAsCommand: { place: 'onRequest', strokes: ['Y'], icon: 'terminal' },
  copyUrl: { place: 'onRequest', strokes: ['Shift+Y'], icon: 'copy' },
  askAgain: { place: 'onRequest', strokes: ['R'], icon: 'replay' },
  compare: { place: 'onRequest', strokes: ['D'], icon: 'compare' },
  pin: { place: 'onRequest', strokes: ['P'], icon: 'pin' },
  mark: { place: 'onRequest', strokes: ['M'], icon: 'mark' },
  comment: { place: 'onRequest', strokes: ['C'], icon: 'comment' },
  timeReference: { place: 'onRequest', strokes: ['T'], icon: 'clock' },
  abort: { place: 'onRequest', strokes: ['X'], icon: 'stop' },
  saveSession: { place: 'everywhere', strokes: ['Mod+S'], icon: 'download' },
  openSession: { place: 'everywhere', strokes: [], icon: 'folder' },
  saveHar: { place: 'everywhere', strokes: [], icon: 'download' },
  saveCsv: { place: 'everywhere', strokes: [], icon: 'download' },

  nextRow: { place: 'inTable', strokes: ['ArrowDown', 'J'], line: 'rows' },
  previousRow: { place: 'inTable', strokes: ['ArrowUp', 'K'], line: 'rows' },
  pageDown: { place: 'inTable', strokes: ['PageDown'], line: 'pages' },
  pageUp: { place: 'inTable', strokes: ['PageUp'], line: 'pages' },
  firstRow: { place: 'inTable', strokes: ['Home'], line: 'ends' },
  lastRow: { place: 'inTable', strokes: ['End'], line: 'ends' },
  extendDown: { place: 'inTable', strokes: ['Shift+ArrowDown'], line: 'extend' },
  extendUp: { place: 'inTable', strokes: ['Shift+ArrowUp'], line: 'extend' },
  extendPageDown: { place: 'inTable', strokes: ['Shift+PageDown'], line: 'extendPages' },
  extendPageUp: { place: 'inTable', strokes: ['Shift+PageUp'], line: 'extendPages' },
  extendToFirst: { place: 'inTable', strokes: ['Shift+Home'], line: 'extendEnds' },
  extendToLast: { place: 'inTable', strokes: ['Shift+End'], line: 'extendEnds' },
  selectAll: { place: 'inTable', strokes: ['Mod+A'] },
  nextOnConnection: { place: 'inTable', strokes: [']'], line: 'sameConnection' },
  previousOnConnection: { place: 'inTable', strokes: ['['], line: 'sameConnection' },
  nextOfClient: { place: 'inTable', strokes: ['}'], line: 'sameClient' },
  previousOfClient: { place: 'inTable', strokes: ['{'], line: 'sameClient' },
  nextProblem: { place: 'inTable', strokes: ['N'], line: 'problems' },
  previousProblem: { place: 'inTable', strokes: ['Shift+N'], line: 'problems' },
  openDetail: { place: 'inTable', strokes: ['Enter'] },
  leaveTable: { place: 'inTable', strokes: ['Escape'] },
  toggleGroups: { place: 'inTable', strokes: ['*'] },
  toHeader: { place: 'inTable', strokes: ['ArrowLeft'], line: 'sideways' },
  toHeaderRight: { place: 'inTable', strokes: ['ArrowRight'], line: 'sideways' },

  openFolder: { place: 'inTree', strokes: ['ArrowRight'], line: 'folders' },
  closeFolder: { place: 'inTree', strokes: ['ArrowLeft'], line: 'folders' },
  toggleFolder: { place: 'inTree', strokes: ['Enter'] },
  treeMenu: { place: 'inTree', strokes: ['Shift+F10'] },
} as const satisfies Readonly<Record<string, ActionFacts>>

export type ActionId = keyof typeof actions

export const actionIds = Object.keys(actions) as readonly ActionId[]

/** Gives what is known of an action, without the exactness of the table. */
export function factsOf(id: ActionId): ActionFacts {
  return actions[id]
}

/** Gives the action that a stroke means in a place. */
export function actionFor(stroke: Stroke, place: Place): ActionId | undefined {
  return actionIds.find((id) => factsOf(id).place === place && factsOf(id).strokes.includes(stroke))
}

/** Gives the first key of an action as it is labelled; undefined for one without. */
export function shortcutFor(id: ActionId, command: string): string | undefined {
  const [stroke] = factsOf(id).strokes
  return stroke === undefined ? undefined : sayStroke(stroke, command)
}

/** A line of the sheet: keys, any of which do what the message says. */
export interface KeyLine {
  readonly keys: readonly string[]
  readonly says: keyof Spoken<typeof messages>
}

/** Keys of one place in the window. */
export interface KeySection {
  readonly place: Place
  readonly lines: readonly KeyLine[]
}

/**
 * Gives all keys of the window by place, in the order of the table.
 *
 * @param command what stands before a key for a command: `⌘` or `Ctrl+`
 */
export function keySections(command: string): readonly KeySection[] {
  const sections = new Map<Place, Map<KeyLine['says'], string[]>>()
  for (const id of actionIds) {
    const { place, strokes, line = id } = factsOf(id)
    if (strokes.length === 0) continue
    const lines = sections.get(place) ?? new Map<KeyLine['says'], string[]>()
    sections.set(place, lines)
    const keys = strokes.map((stroke) => sayStroke(stroke, command))
    lines.set(line, [...(lines.get(line) ?? []), ...keys])
  }
  return Array.from(sections, ([place, lines]) => ({
    place,
    lines: Array.from(lines, ([says, keys]) => ({ says, keys })),
  }))
}
