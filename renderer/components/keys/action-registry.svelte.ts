import { createContext, untrack } from 'svelte'
import { SvelteMap } from 'svelte/reactivity'
import type { Arrangement } from '../../state/remembered'
import { actionFor, actionIds, type ActionId, type Place } from './actions'
import { belongsToFocus, isCharacter, type Stroke, type Surroundings } from './strokes'

/** How an action is done, by the component that can. */
export interface ActionOffer {
  readonly run: () => void
  /** Whether it can be done now; always when absent. */
  readonly enabled?: () => boolean
}

export type ActionOffers = { readonly [A in ActionId]?: ActionOffer }

const REMEMBERED_AS = 'single-keys'

/**
 * What can be done in the window now. Components offer what they can do for as long as they are there; keys, menu and
 * palette ask for it by name.
 *
 * @example $effect(() => actions.offer({ pause: { run: () => log.togglePause() } }))
 */
export class ActionRegistry {
  /** The last of each list is the one that holds. */
  readonly #offers = new SvelteMap<ActionId, readonly ActionOffer[]>()
  readonly #arrangement: Arrangement
  #singleKeys = $state(true)

  /** What the palette can list, in the order of the table. */
  readonly possible: readonly ActionId[] = $derived(actionIds.filter((id) => this.can(id)))

  constructor(arrangement: Arrangement) {
    this.#arrangement = arrangement
    this.#singleKeys = arrangement.getItem(REMEMBERED_AS) !== 'off'
  }

  /** Whether keys without a command key work outside the lists (WCAG 2.1.4 wants them to be switched off). */
  get singleKeys(): boolean {
    return this.#singleKeys
  }

  set singleKeys(on: boolean) {
    this.#singleKeys = on
    this.#arrangement.setItem(REMEMBERED_AS, on ? 'on' : 'off')
  }

  /** Takes offers in; gives the function that withdraws them. A later offer of the same action holds until it is withdrawn. */
  offer(offers: ActionOffers): () => void {
    const given = Object.entries(offers) as [ActionId, ActionOffer][]
    untrack(() => {
      for (const [id, offer] of given) this.#offers.set(id, [...(this.#offers.get(id) ?? []), offer])
    })
    return () => {
      for (const [id, offer] of given) {
        const left = (this.#offers.get(id) ?? []).filter((each) => each !== offer)
        this.#offers.set(id, left)
      }
    }
  }

  can(id: ActionId): boolean {
    const offer = this.#offers.get(id)?.at(-1)
    return offer !== undefined && offer.enabled?.() !== false
  }

  /** Does an action, if it is offered and can be done; tells whether it was. */
  run(id: ActionId): boolean {
    if (!this.can(id)) return false
    this.#offers.get(id)?.at(-1)?.run()
    return true
  }

  /** Gives the action that a stroke asks of a place, unless it belongs to whatever has the focus. */
  find(stroke: Stroke, place: Place, surroundings: Surroundings): ActionId | undefined {
    if (belongsToFocus(stroke, surroundings)) return undefined
    if (!this.#singleKeys && isCharacter(stroke)) return undefined
    return actionFor(stroke, place)
  }
}

export const [getActions, setActions] = createContext<ActionRegistry>()
