import type { TransferView } from '../../../../preload/transfer-views'
import type { ContentPiece, ContentPieceRequest } from '../../../../preload/content-piece'
import type { ClientView, ExchangeDetail, ExchangeRow } from '../../../../preload/views'
import type { Grouping } from '../../../../renderer/components/requests/row-groups'
import type { Reference } from '../../../../preload/references'
import { Clock } from '../../../../renderer/state/clock.svelte'
import { Selection } from '../../../../renderer/state/selection.svelte'
import { Texts } from '../../../../renderer/text/texts.svelte'

/** What the window would hold, for a test to set from outside. */
export class HarnessState {
  readonly texts = new Texts()
  readonly clock = new Clock()
  rows = $state.raw<readonly ExchangeRow[]>([])
  clients = $state.raw<ReadonlyMap<number, ClientView>>(new Map())
  transfers = $state.raw<ReadonlyMap<number, TransferView>>(new Map())
  readonly selection = new Selection()
  grouping = $state<Grouping>('none')
  following = $state(true)
  density = $state<'comfortable' | 'compact'>('comfortable')
  dock = $state<'below' | 'right'>('below')
  /** Whether the room of toolbar, sidebar and status bar is left free. */
  framed = $state(false)
  withDetail = $state(false)
  readDetail = $state.raw<(id: number) => Promise<ExchangeDetail | null>>(() => Promise.resolve(null))
  readContent = $state.raw<(request: ContentPieceRequest) => Promise<ContentPiece | null>>(() => Promise.resolve(null))
  readonly selections: (number | null)[] = []
  readonly opened: number[] = []
  readonly references: Reference[] = []

  #frozen = $state.raw<readonly ExchangeRow[] | null>(null)
  readonly paused: boolean = $derived(this.#frozen !== null)
  readonly shown: readonly ExchangeRow[] = $derived(this.#frozen ?? this.rows)

  get selectedId(): number | null {
    return this.selection.lead
  }

  set selectedId(id: number | null) {
    this.selection.select(id)
  }

  pause(paused: boolean): void {
    this.#frozen = paused ? this.rows : null
  }
}
