import type { HostView } from '../../../preload/views'
import type { ActionRegistry } from './action-registry.svelte'
import type { Place } from './actions'
import { strokeOf, surroundingsOf } from './strokes'

/** Whether the command key is ⌘. In the console the keyboard is that of whoever looks at it, not of the machine that serves. */
export function isMacKeyboard(host: HostView | null): boolean {
  if (host === null) return false
  return host.shell === 'desktop' ? host.platform === 'darwin' : /^Mac|^iP/.test(navigator.platform)
}

/** How keys are heard. */
export interface Hearing {
  readonly actions: ActionRegistry
  /** Whether the command key is ⌘. */
  readonly mac: boolean
  /** The places whose keys are heard wherever the focus is, the first to be asked first. */
  readonly places: readonly Place[]
}

/** Does what a key asks of the window, unless something else has taken it or an open menu has the keyboard to itself. */
export function pressAction(event: KeyboardEvent, { actions, mac, places }: Hearing): void {
  if (event.defaultPrevented) return
  const stroke = strokeOf(event, mac)
  if (stroke === undefined || document.querySelector(':popover-open, dialog[open]') !== null) return
  const around = surroundingsOf(event)
  const action = places.map((place) => actions.find(stroke, place, around)).find((found) => found !== undefined)
  if (action === undefined || !actions.run(action)) return
  if (action !== 'back') event.preventDefault()
}
