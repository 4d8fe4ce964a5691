/** What an element is, in words, when it is pointed at or has the keyboard: the status bar says it. */
import type { Attachment } from 'svelte/attachments'
import { plainHint } from './plain-hint'

/**
 * Says what is pointed at. Read anew whenever something that it reads has changed.
 *
 * @param at the element that is pointed at: the one it was attached to, or one within
 * @returns null for what it has nothing to say of
 */
export type SayHint = (at: Element) => string | null

/** What is said of an element belongs to it like its title, and goes with it. */
const sayers = new WeakMap<Element, SayHint>()

/**
 * Has the status bar say what of an element is pointed at. Only what its title or its name does not say already needs
 * this: see `plainHint`.
 *
 * @example <div {@attach hint(() => readout)}>
 */
export function hint(say: SayHint): Attachment {
  return (element) => {
    sayers.set(element, say)
    return () => {
      sayers.delete(element)
    }
  }
}

/** What takes the pointer for itself: what stands around it says nothing of it. */
const CONTROLS = 'button, a, input, select, textarea, summary'

/**
 * Gives what is to be said of the element that is pointed at; empty where there is nothing. Where the keyboard is at a
 * list, that is the line that the list names.
 */
export function hintAt(element: Element | null): string {
  return element === null ? '' : sayOf(activeIn(element) ?? element)
}

function activeIn(element: Element): Element | null {
  const id = element.getAttribute('aria-activedescendant')
  return id === null ? null : document.getElementById(id)
}

function sayOf(at: Element): string {
  let titled = ''
  for (let element: Element | null = at; element !== null; element = element.parentElement) {
    const said = sayers.get(element)?.(at)
    if (said != null && said !== '') return said
    const isControl = element.matches(CONTROLS)
    if (titled === '' && (isControl || element.hasAttribute('title'))) titled = plainHint(facts(element))
    if (isControl) break
  }
  return titled
}

function facts(element: Element): Parameters<typeof plainHint>[0] {
  // Keys stand in buttons for the eye alone; they are told after the words.
  const words = Array.from(element.childNodes, (node) =>
    node instanceof Element && node.matches('kbd, [aria-hidden="true"]') ? '' : (node.textContent ?? ''),
  )
  return {
    title: element.getAttribute('title'),
    label: element.getAttribute('aria-label'),
    keys: element.getAttribute('aria-keyshortcuts'),
    text: words.join(' '),
  }
}
