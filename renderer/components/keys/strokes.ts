/**
 * A key as it is pressed, as text: `F`, `Shift+N`, `Mod+K`, `Alt+F`, `Space`, `ArrowDown`, `?`. `Mod` is Ctrl, and ⌘ on
 * a Mac. Shift is named only where the character does not already tell of it.
 */
export type Stroke = string

/** What is read of a key event, so that tests need no DOM. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly code?: string
}

/** Where the focus was when a key was pressed. */
export interface Surroundings {
  /** In a field that takes text: single characters belong to it (WCAG 2.1.4). */
  readonly typing: boolean
  /** On something that Space and Enter press. */
  readonly onControl: boolean
}

/**
 * Gives a key event as a stroke; undefined for a combination with the other system's command key, which is never ours.
 *
 * @param mac whether the command key is ⌘ and not Ctrl
 */
export function strokeOf(press: Press, mac: boolean): Stroke | undefined {
  const [command, other] = mac ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (other) return undefined
  const key = keyOf(press)
  const shift = press.shiftKey && tellsNothingOfShift(key)
  return `${command ? 'Mod+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}

function keyOf({ key, altKey, code = '' }: Press): string {
  if (key === ' ') return 'Space'
  // On a Mac, Option types another letter: the key itself tells which one was meant.
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (altKey && letter !== undefined) return letter
  return key.length === 1 ? key.toUpperCase() : key
}

function tellsNothingOfShift(key: string): boolean {
  return key.length > 1 || key.toLowerCase() !== key
}

/** Whether a stroke types a character: a letter, a digit, a sign or a space, with no command key. */
export function isCharacter(stroke: Stroke): boolean {
  const key = stroke.replace(/^Shift\+/, '')
  return key.length === 1 || key === 'Space'
}

/** Whether a stroke belongs to what has the focus rather than to the window. */
export function belongsToFocus(stroke: Stroke, { typing, onControl }: Surroundings): boolean {
  if (/^(?:Space|(?:Shift\+)?Enter)$/.test(stroke)) return typing || onControl
  return typing && !/^(Mod|Alt)\+/.test(stroke)
}

/** Reads where the focus was. */
export function surroundingsOf({ target }: Event): Surroundings {
  const element = target instanceof Element ? target : null
  return {
    typing: element?.closest('input:not([type="radio"], [type="checkbox"]), textarea, select') != null,
    onControl: element?.closest('button, a, input, summary, [role="treeitem"], [role="separator"]') != null,
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Escape: 'Esc',
}

/**
 * Gives a stroke as keyboards are labelled.
 *
 * @param command what stands before a key for a command: `⌘` or `Ctrl+`
 */
export function sayStroke(stroke: Stroke, command: string): string {
  const parts = stroke.split(/\+(?=.)/)
  const key = parts.pop() ?? ''
  const modifiers = parts.map((modifier) => (modifier === 'Mod' ? command : `${modifier}+`)).join('')
  return modifiers + (SIGNS[key] ?? key)
}
