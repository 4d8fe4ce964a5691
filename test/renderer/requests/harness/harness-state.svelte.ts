import type { ClientView, ExchangeDetail, ExchangeRow } from '../../../../preload/views'
import { Clock } from '../../../../renderer/state/clock.svelte'
import { Texts } from '../../../../renderer/text/texts.svelte'

/** What the window would hold, for a test to set from outside. */
export class HarnessState {
  readonly texts = new Texts()
  readonly clock = new Clock()
  rows = $state.raw<readonly ExchangeRow[]>([])
  clients = $state.raw<ReadonlyMap<number, ClientView>>(new Map())
  selectedId = $state<number | null>(null)
  following = $state(true)
  density = $state<'comfortable' | 'compact'>('comfortable')
  dock = $state<'below' | 'right'>('below')
  /** Whether the room of toolbar, sidebar and status bar is left free. */
  framed = $state(false)
  withDetail = $state(false)
  readDetail = $state.raw<(id: number) => Promise<ExchangeDetail | null>>(() => Promise.resolve(null))
  readonly selections: (number | null)[] = []
  readonly opened: number[] = []

  #frozen = $state.raw<readonly ExchangeRow[] | null>(null)
  readonly paused: boolean = $derived(this.#frozen !== null)
  readonly shown: readonly ExchangeRow[] = $derived(this.#frozen ?? this.rows)

  pause(paused: boolean): void {
    this.#frozen = paused ? this.rows : null
  }
}
