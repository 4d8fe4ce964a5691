import { tick } from 'svelte'
import type { Attachment } from 'svelte/attachments'
import { hintAt } from './hint'

/** What is pointed at in a window, or else has the keyboard, in words; empty for nothing. */
export class PointedHint {
  #pointed = $state.raw<Element | null>(null)
  #focused = $state.raw<Element | null>(null)
  /** Titles and names tell nobody when they change. They mostly do when something is pressed. */
  #presses = $state(0)

  text = $state('')

  /** Watches the pointer and the focus within the root of a window. */
  readonly watch: Attachment = (root) => {
    const point = (element: Element | null) => () => (this.#pointed = element)
    // The focus that a press leaves behind is not where the eyes are.
    const focus = (element: Element | null) => () =>
      (this.#focused = element?.matches(':focus-visible') === true ? element : null)
    const listeners: readonly (readonly [type: string, listener: (event: Event) => void])[] = [
      ['pointerover', ({ target }) => void afterwards(point(elementOf(target)))],
      ['pointerleave', () => void afterwards(point(null))],
      ['focusin', ({ target }) => void afterwards(focus(elementOf(target)))],
      ['focusout', () => void afterwards(focus(null))],
      ['click', () => void afterwards(() => (this.#presses += 1))],
      ['keydown', () => void afterwards(() => (this.#presses += 1))],
    ]
    for (const [type, listener] of listeners) root.addEventListener(type, listener)
    // After the document has been changed: what is said may be read from it.
    $effect(() => {
      void this.#presses
      const pointed = hintAt(this.#pointed)
      this.text = pointed === '' ? hintAt(this.#focused) : pointed
    })
    return () => {
      for (const [type, listener] of listeners) root.removeEventListener(type, listener)
    }
  }
}

/** The focus also leaves what is just being taken out of the document: by then nothing may change but the document. */
async function afterwards(change: () => void): Promise<void> {
  await tick()
  change()
}

function elementOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target : null
}
