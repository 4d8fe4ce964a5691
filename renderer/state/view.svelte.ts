import { createContext } from 'svelte'
import type { ExchangeRow } from '../../preload/views'
import { TableColumns } from '../components/requests/table-columns.svelte'
import { groupings, type Grouping } from '../components/requests/row-groups'
import { Lesson } from './lesson.svelte'
import { recallFraction, type Arrangement } from './remembered'
import type { RequestLog } from './request-log.svelte'
import { Selection } from './selection.svelte'

/** Where the detail stands: below the table, to the right of it, or nowhere. */
export type Dock = 'below' | 'right' | 'hidden'
export type OpenSheet = 'settings' | 'keys' | 'path' | 'palette'
export type SettingsSection = 'address' | 'visitors' | 'limits' | 'appearance'

/** From this window width on the detail stands to the right of the table unless it was moved. */
const WIDE = 1600
/** Narrower than this a table and a detail do not fit side by side. */
const LEAST_FOR_RIGHT = 1100
const FIRST_SHARES = { below: 0.45, right: 0.42 } as const

/** How the window is arranged and what is selected in it: everything that main does not know. */
export class View {
  readonly #log: RequestLog
  /** Where columns, sizes and the like are kept between runs. */
  readonly arrangement: Arrangement
  #kept: ExchangeRow | undefined

  readonly selection = new Selection()
  readonly columns: TableColumns
  readonly lesson: Lesson
  following = $state(true)
  sheet = $state<OpenSheet | null>(null)
  section = $state<SettingsSection>('address')
  /** The window's inner width in CSS pixels. */
  width = $state(1280)
  #grouping = $state.raw<Grouping>('none')
  #chosenDock = $state<Dock | null>(null)
  #shares = $state.raw<{ readonly below: number; readonly right: number }>(FIRST_SHARES)

  /** The selected row; it is kept while it is looked at, even when it has left memory. */
  readonly selectedRow: ExchangeRow | undefined = $derived.by(() => {
    if (this.selectedId === null) return undefined
    const row = this.#log.find(this.selectedId)
    if (row !== undefined) this.#kept = row
    return row ?? (this.#kept?.id === this.selectedId ? this.#kept : undefined)
  })

  readonly dock: Dock = $derived.by(() => {
    const wished = this.#chosenDock ?? (this.width >= WIDE ? 'right' : 'below')
    return wished === 'right' && this.width < LEAST_FOR_RIGHT ? 'below' : wished
  })

  /** Whether a person moved the line above the detail: then no tab may ask for more room. */
  readonly detailMoved: boolean = $derived(
    this.dock !== 'hidden' && this.#shares[this.dock] !== FIRST_SHARES[this.dock],
  )
  /** How much of the room the detail takes, from 0 to 1. */
  readonly detailShare: number = $derived(this.dock === 'right' ? this.#shares.right : this.#shares.below)

  constructor(log: RequestLog, arrangement: Arrangement) {
    this.#log = log
    this.arrangement = arrangement
    this.columns = new TableColumns(arrangement)
    this.#grouping = groupings.find((each) => each === arrangement.getItem('grouping')) ?? 'none'
    // Only rows by themselves are followed.
    if (this.#grouping !== 'none') this.following = false
    this.lesson = new Lesson(arrangement)
    this.#shares = {
      below: recallFraction(arrangement, 'detail-below') ?? FIRST_SHARES.below,
      right: recallFraction(arrangement, 'detail-right') ?? FIRST_SHARES.right,
    }
  }

  /** The request that leads among those selected: the one that the detail shows. */
  get selectedId(): number | null {
    return this.selection.lead
  }

  /** What the requests are gathered by. */
  get grouping(): Grouping {
    return this.#grouping
  }

  set grouping(grouping: Grouping) {
    this.#grouping = grouping
    if (grouping !== 'none') this.following = false
    this.arrangement.setItem('grouping', grouping)
  }

  select(id: number | null): void {
    this.selection.select(id)
  }

  /** Selects a row and shows its detail, even where it was put away. */
  open(id: number): void {
    this.selection.select(id)
    this.lesson.close()
    if (this.#chosenDock === 'hidden') this.#chosenDock = null
  }

  resizeDetail(share: number): void {
    if (this.dock === 'hidden') return
    this.#shares = { ...this.#shares, [this.dock]: share }
    this.arrangement.setItem(`detail-${this.dock}`, share.toFixed(3))
  }

  resetDetail(): void {
    if (this.dock !== 'hidden') this.resizeDetail(FIRST_SHARES[this.dock])
  }

  /** Moves the detail on: to the right, below, away, and round again. */
  cycleDock(): void {
    if (this.dock === 'hidden') this.#chosenDock = 'below'
    else if (this.dock === 'below' && this.width >= LEAST_FOR_RIGHT) this.#chosenDock = 'right'
    else this.#chosenDock = 'hidden'
  }

  openSettings(section?: SettingsSection): void {
    if (section !== undefined) this.section = section
    this.sheet = 'settings'
  }
}

export const [getView, setView] = createContext<View>()
