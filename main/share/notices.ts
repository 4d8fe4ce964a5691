import type { Fault, Notice } from '../../preload/views'

/** More than these would only hide each other. */
const CAPACITY = 20

/** The faults that concern no single command. Each stays until it is dismissed. */
export class Notices {
  readonly #now: () => number
  #onChange: () => void = () => undefined
  #nextId = 1
  #list: readonly Notice[] = []

  constructor(options: { readonly now: () => number }) {
    this.#now = options.now
  }

  get list(): readonly Notice[] {
    return this.#list
  }

  /** Calls back after every change from now on; a second call replaces the first. */
  watch(onChange: () => void): void {
    this.#onChange = onChange
  }

  /** Adds a notice. One that says the same as an earlier one takes its place, so that a fault in a loop is one line. */
  add(fault: Fault, report: string | null = null): void {
    const notice = { id: this.#nextId, fault, at: this.#now(), report }
    this.#nextId += 1
    const others = this.#list.filter((each) => !saysTheSame(each, notice))
    this.#list = [...others, notice].slice(-CAPACITY)
    this.#onChange()
  }

  dismiss(id: number): void {
    const left = this.#list.filter((each) => each.id !== id)
    if (left.length === this.#list.length) return
    this.#list = left
    this.#onChange()
  }
}

function saysTheSame(one: Notice, other: Notice): boolean {
  return one.fault.code === other.fault.code && one.fault.about === other.fault.about && one.report === other.report
}
