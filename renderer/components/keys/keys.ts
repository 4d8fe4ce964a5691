import type { Spoken } from '../../text/message'
import type { keys as messages } from '../../text/keys'

/** A line of the sheet: keys, any of which do what the message says. Only keys that work stand here. */
export interface KeyLine {
  readonly keys: readonly string[]
  readonly says: keyof Spoken<typeof messages>
}

/** Keys of one place in the window. */
export interface KeySection {
  readonly place: 'everywhere' | 'inTable' | 'inTree'
  readonly lines: readonly KeyLine[]
}

/**
 * Gives all keys of the window by place.
 *
 * @param command what stands before a letter for a command: `⌘` or `Ctrl+`
 */
export function keySections(command: string): readonly KeySection[] {
  return [
    {
      place: 'everywhere',
      lines: [
        { keys: ['Space'], says: 'pause' },
        { keys: ['F'], says: 'follow' },
        { keys: [`${command}L`], says: 'copyAddress' },
        { keys: [`${command}O`], says: 'shareFolder' },
        { keys: [`${command}F`, '/'], says: 'find' },
        { keys: [`${command}\\`], says: 'dock' },
        { keys: [`${command},`], says: 'settings' },
        { keys: ['Esc'], says: 'back' },
        { keys: ['?'], says: 'keys' },
      ],
    },
    {
      place: 'inTable',
      lines: [
        { keys: ['↓', '↑', 'J', 'K'], says: 'rows' },
        { keys: ['PgDn', 'PgUp'], says: 'pages' },
        { keys: ['Home', 'End'], says: 'ends' },
        { keys: [']', '['], says: 'sameConnection' },
        { keys: ['}', '{'], says: 'sameClient' },
        { keys: ['N', 'Shift+N'], says: 'problems' },
        { keys: ['Enter'], says: 'detail' },
      ],
    },
    {
      place: 'inTree',
      lines: [
        { keys: ['→', '←'], says: 'open' },
        { keys: ['Enter'], says: 'toggle' },
        { keys: ['Shift+F10'], says: 'menu' },
      ],
    },
  ]
}
