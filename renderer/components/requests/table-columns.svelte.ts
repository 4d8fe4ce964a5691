import type { Arrangement } from '../../state/remembered'
import { pageArrangement, recallChoices, rememberChoices } from './column-memory'
import { AS_DELIVERED, isFieldColumn, withField, withShown, type ColumnChoices, type ColumnKey } from './columns'

/** How the Time column tells when a request came. */
export const timeDisplays = ['clock', 'sinceStart', 'sincePrevious'] as const
export type TimeDisplay = (typeof timeDisplays)[number]

/** A request that all others are timed from. */
export interface TimeReference {
  readonly id: number
  readonly at: number
}

const TIME_KEY = 'request-time'

/** What a person has chosen of the table's columns, kept between runs. */
export class TableColumns {
  readonly #arrangement: Arrangement
  choices = $state.raw<ColumnChoices>(AS_DELIVERED)
  /** Not kept: what it refers to is gone in the next run. */
  reference = $state.raw<TimeReference | null>(null)
  #timeDisplay = $state.raw<TimeDisplay>('clock')

  constructor(arrangement: Arrangement = pageArrangement()) {
    this.#arrangement = arrangement
    this.choices = recallChoices(arrangement)
    this.#timeDisplay = timeDisplays.find((each) => each === arrangement.getItem(TIME_KEY)) ?? 'clock'
  }

  get timeDisplay(): TimeDisplay {
    return this.#timeDisplay
  }

  set timeDisplay(display: TimeDisplay) {
    this.#timeDisplay = display
    this.reference = null
    this.#arrangement.setItem(TIME_KEY, display)
  }

  keep(choices: ColumnChoices): void {
    this.choices = choices
    rememberChoices(this.#arrangement, choices)
  }

  /** Shows the values of a field in a column of their own. */
  addField(name: string): void {
    this.keep(withField(this.choices, name))
  }

  /** Shows a column: one of the table's, or that of a field. */
  show(column: ColumnKey): void {
    if (isFieldColumn(column)) this.addField(column.slice('field:'.length))
    else this.keep(withShown(this.choices, column, true))
  }

  /** Times all requests from this one, or no longer where it was this one. */
  toggleReference({ id, at }: TimeReference): void {
    this.reference = this.reference?.id === id ? null : { id, at }
  }
}
