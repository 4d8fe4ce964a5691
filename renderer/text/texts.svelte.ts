import { createContext } from 'svelte'
import type { Fault } from '../../preload/views'
import { escapeForLog } from '../../preload/inert-text'
import { speakAll, type Catalogue } from './catalogue'
import { sayFault, type FaultSentence } from './faults'
import { chinese, english, type Format } from './format'
import type { Language } from './message'

const formats: { readonly [L in Language]: Format } = { en: english, 'zh-CN': chinese }

/**
 * The words and figures of the current language. `App.svelte` makes one; a component takes it with `getTexts()` and
 * reads `texts.t.shell.copy` or `texts.format.size(n)` where it is shown, so that a change of language redraws it.
 */
export class Texts {
  language = $state<Language>('en')
  /** All messages, by area. */
  readonly t: Catalogue = $derived(speakAll(this.language))
  readonly format: Format = $derived(formats[this.language])

  /** A name as it stands in a sentence: quoted, and with nothing in it that could hide or reorder text. */
  quote(name: string): string {
    return this.t.shell.quoted(escapeForLog(name))
  }

  /** Says what is wrong, and what can be done about it. */
  sayFault(fault: Fault): FaultSentence {
    return sayFault(fault, this.t.faults, (name) => this.quote(name))
  }
}

export const [getTexts, setTexts] = createContext<Texts>()
