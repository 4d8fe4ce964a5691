import { createContext } from 'svelte'
import type { PortholeApi } from '../../preload/contract'
import type { Exported, ExportFormat } from '../../preload/export-request'
import type { Notices } from './notices.svelte'

/** Saving requests to a file, and what was saved last. */
export class Saving {
  readonly #api: Pick<PortholeApi, 'exportLog'>
  readonly #notices: Notices
  /** Where the requests come from: what is in a file already is not saved again. */
  readonly source: 'log' | 'file'

  /** What is being written now. */
  running = $state<ExportFormat | null>(null)
  /** What was written last. */
  last = $state.raw<Exclude<Exported, { readonly kind: 'cancelled' }> | null>(null)

  constructor(api: Pick<PortholeApi, 'exportLog'>, notices: Notices, source: 'log' | 'file' = 'log') {
    this.source = source
    this.#api = api
    this.#notices = notices
  }

  /** @param ids of the requests; null saves all that are in memory */
  async save(format: ExportFormat, ids: readonly number[] | null): Promise<void> {
    if (this.running !== null) return
    this.running = format
    this.last = null
    const exported = await this.#notices.settle(this.#api.exportLog({ format, ids }))
    this.running = null
    if (exported !== undefined && exported.kind !== 'cancelled') this.last = exported
  }
}

export const [getSaving, setSaving] = createContext<Saving>()
