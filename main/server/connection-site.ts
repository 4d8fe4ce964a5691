import type { BufferBudget } from './buffer-budget'
import type { Clock } from './clock'
import type { DateField } from './date-field'
import type { Deadlines } from './deadlines'
import type { ServerListener } from './events'
import type { Handler } from './handler'
import type { ServerLimits } from './limits'
import type { FaultPage } from './refusals'

/** What all connections of a server share. */
export interface ConnectionSite {
  readonly handler: Handler
  readonly faultPage: FaultPage
  readonly clock: Clock
  readonly deadlines: Deadlines
  readonly budget: BufferBudget
  readonly date: DateField
  /** Never throws: a listener's mistake must not break a connection. */
  readonly emit: ServerListener
  /** Takes what should not have been possible: a mistake in our code. Never throws. */
  readonly onUnexpected: (error: unknown) => void
  /** As they are now. */
  readonly limits: ServerLimits
  /** Whether the server lets running exchanges finish and begins no others. */
  readonly isStopping: boolean
  nextExchangeId(): number
}
