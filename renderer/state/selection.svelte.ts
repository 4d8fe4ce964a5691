const NOTHING: ReadonlySet<number> = new Set()

/** Which requests are selected: none, one, or several, of which one may lead. */
export class Selection {
  /** The one that the keyboard is at and the detail shows; null for none, and where a whole group is selected. */
  lead = $state<number | null>(null)
  #several = $state.raw<ReadonlySet<number> | null>(null)

  /** The ids of all that are selected. */
  readonly ids: ReadonlySet<number> = $derived(this.#several ?? (this.lead === null ? NOTHING : new Set([this.lead])))
  /** Whether what is selected is to be seen together, and not one request in full. */
  readonly isSeveral: boolean = $derived(this.ids.size > 1 || (this.lead === null && this.ids.size > 0))

  select(id: number | null): void {
    this.lead = id
    this.#several = null
  }

  /** @param lead one of the ids, or null */
  selectSeveral(ids: ReadonlySet<number>, lead: number | null): void {
    this.lead = lead
    this.#several = ids
  }
}
