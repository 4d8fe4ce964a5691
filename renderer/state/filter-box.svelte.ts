import { parseFilter, type Parsed } from '../filter/parse'
import type { Query } from '../filter/query'

/** What stands in a filter's box, and the last of it that could be read: that one goes on while somebody types. */
export class FilterBox {
  readonly #onApply: () => void

  text = $state('')
  readonly parsed: Parsed = $derived(parseFilter(this.text))
  /** What is in force. Null lets every row pass. */
  query = $state.raw<Query | null>(null)
  /** Its text. */
  applied = $state('')

  /** @param onApply called when another query is in force */
  constructor(onApply: () => void) {
    this.#onApply = onApply
  }

  /** Takes what is in the box now. */
  write(text: string): void {
    this.text = text
    const { parsed } = this
    if (!parsed.ok || text.trim() === this.applied) return
    this.query = parsed.query
    this.applied = text.trim()
    this.#onApply()
  }
}
