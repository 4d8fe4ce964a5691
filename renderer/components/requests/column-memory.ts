import { forgetful, type Arrangement } from '../../state/remembered'
import { parseChoices, type ColumnChoices } from './columns'

const KEY = 'request-columns'

/** Gives the browser's own memory for this page, or one that forgets where the page may have none. */
export function pageArrangement(): Arrangement {
  try {
    return localStorage
  } catch {
    return forgetful()
  }
}

export function recallChoices(arrangement: Arrangement): ColumnChoices {
  return parseChoices(arrangement.getItem(KEY))
}

/** Keeps the choices if it can: a full memory costs a person nothing but widths. */
export function rememberChoices(arrangement: Arrangement, choices: ColumnChoices): void {
  try {
    arrangement.setItem(KEY, JSON.stringify(choices))
  } catch {
    return
  }
}
