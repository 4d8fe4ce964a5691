import { completeAt, type Completion, type CompletionSource, type Completions } from '../../filter/complete'

/** What the box's keyboard works on. */
export interface TypingTarget {
  readonly text: () => string
  readonly write: (text: string) => void
  readonly source: () => CompletionSource
  /** Puts the caret there, once the text is on the screen. */
  readonly moveCaret: (to: number) => void
  /** Lets go of the focus. */
  readonly leave: () => void
}

const NOTHING: Completions = { span: { start: 0, end: 0 }, choices: [] }

/** Typing in a filter's box: what is offered, which of it is active, and what the keys do (WAI-ARIA's combobox). */
export class FilterTyping {
  readonly #target: TypingTarget
  #offered = $state.raw<Completions>(NOTHING)
  /** Index of the choice that Enter takes; -1 for none. */
  active = $state(-1)

  readonly choices: readonly Completion[] = $derived(this.#offered.choices)
  readonly open: boolean = $derived(this.#offered.choices.length > 0)

  constructor(target: TypingTarget) {
    this.#target = target
  }

  /** Offers what could stand at the caret. */
  offer(caret: number): void {
    this.#offered = completeAt(this.#target.text(), caret, this.#target.source())
    this.active = -1
  }

  close(): void {
    this.#offered = NOTHING
    this.active = -1
  }

  /** Does what a key asks for, and gives whether it was one of the box's. */
  press({ key, isComposing }: Pick<KeyboardEvent, 'key' | 'isComposing'>, caret: number): boolean {
    if (isComposing) return false
    switch (key) {
      case 'ArrowDown':
      case 'ArrowUp':
        this.#step(key === 'ArrowDown' ? 1 : -1, caret)
        return true
      case 'Enter':
      case 'Tab': {
        const choice = this.choices[this.active]
        if (choice !== undefined) this.take(choice)
        else if (key === 'Enter') this.close()
        return choice !== undefined || key === 'Enter'
      }
      case 'Escape':
        if (this.open) this.close()
        else this.#target.leave()
        return true
      default:
        return false
    }
  }

  /** Puts a choice in its place. */
  take(choice: Completion): void {
    const { start, end } = this.#offered.span
    const text = this.#target.text()
    const rest = text.slice(end)
    const gap = choice.opens || rest.startsWith(' ') ? '' : ' '
    const before = `${text.slice(0, start)}${choice.text}${gap}`
    this.#target.write(before + rest)
    this.#target.moveCaret(before.length)
    if (choice.opens) this.offer(before.length)
    else this.close()
  }

  #step(by: 1 | -1, caret: number): void {
    if (!this.open) {
      this.offer(caret)
      return
    }
    const count = this.choices.length
    this.active = this.active < 0 ? (by > 0 ? 0 : count - 1) : (this.active + by + count) % count
  }
}
