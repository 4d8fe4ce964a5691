/** Draws the table for tests; what they may do from outside hangs on `window.harness`. */
import { flushSync, mount } from 'svelte'
import type { ClientView, ExchangeDetail, ExchangeRow } from '../../../../preload/views'
import { exchangeRows } from '../exchange-row'
import { resumed, smuggled } from './details'
import { clients, evening, NOW } from './evening'
import Harness from './Harness.svelte'
import { HarnessState } from './harness-state.svelte'
import { runLoad, type Load, type LoadFigures } from './load'
import '../../../../renderer/styles/tokens.css'
import '../../../../renderer/styles/base.css'

const state = new HarnessState()

export const harness = {
  state,
  flush: flushSync,
  /** Shows the evening of the design's pictures at the moment they were taken. */
  showEvening(): void {
    state.clock.now = NOW
    state.clients = clients
    state.rows = evening
    state.readDetail = (id) => {
      const row = evening.find((each) => each.id === id)
      if (row === undefined) return Promise.resolve(null)
      return Promise.resolve({ ...(row.state === 'malformed' ? smuggled : resumed), row })
    }
  },
  show(rows: readonly ExchangeRow[], from: readonly ClientView[] = []): void {
    state.clients = new Map(from.map((client) => [client.id, client]))
    state.rows = rows
  },
  /** Shows many rows without sending each of them to the page. */
  showNumbered(count: number, from = 1): void {
    state.rows = exchangeRows(count, from)
  },
  answerWith(detail: Omit<ExchangeDetail, 'row'> | null): void {
    state.readDetail = (id) => {
      const row = state.rows.find((each) => each.id === id)
      return Promise.resolve(detail === null || row === undefined ? null : { ...detail, row })
    }
  },
  /** Feeds the table for some seconds and tells how the drawing kept up. */
  load: (load: Load): Promise<LoadFigures> => runLoad(state, load),
  speak(language: 'en' | 'zh-CN'): void {
    state.texts.language = language
    document.documentElement.lang = language
  },
}

declare global {
  interface Window {
    harness: typeof harness
  }
}

window.harness = harness
mount(Harness, { target: document.querySelector('#app')!, props: { state } })
