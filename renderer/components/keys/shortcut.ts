/** What a key asks of the whole window, wherever the focus is. */
export type Shortcut =
  'pause' | 'follow' | 'copy-address' | 'share-folder' | 'settings' | 'toggle-detail' | 'find' | 'back' | 'show-keys'

/** What is read of a key event, so that tests need no DOM. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  /** Whether the focus is in a field that takes text: single letters belong to it (WCAG 2.1.4). */
  readonly typing: boolean
  /** Whether the focus is on something that Space presses. */
  readonly onControl: boolean
}

const WITH_COMMAND: Readonly<Record<string, Shortcut>> = {
  l: 'copy-address',
  o: 'share-folder',
  ',': 'settings',
  '\\': 'toggle-detail',
  f: 'find',
}
const ALONE: Readonly<Record<string, Shortcut>> = { f: 'follow', '?': 'show-keys', '/': 'find' }

/**
 * Gives what a key asks of the window, or undefined when it is not ours.
 *
 * @param mac whether the command key is ⌘ and not Ctrl
 */
export function shortcutOf(press: KeyPress, mac: boolean): Shortcut | undefined {
  if (press.altKey) return undefined
  const key = press.key.toLowerCase()
  const command = mac ? press.metaKey : press.ctrlKey
  if (command) return WITH_COMMAND[key]
  if (press.ctrlKey || press.metaKey || press.typing) return undefined
  if (key === 'escape') return 'back'
  if (key === ' ') return press.onControl ? undefined : 'pause'
  return ALONE[key]
}

/** Reads a key event. */
export function readKeyPress(event: KeyboardEvent): KeyPress {
  const { key, ctrlKey, metaKey, altKey, target } = event
  const element = target instanceof Element ? target : null
  const typing = element?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select') != null
  const onControl = element?.closest('button, a, input, summary, [role="treeitem"], [role="separator"]') != null
  return { key, ctrlKey, metaKey, altKey, typing, onControl }
}
