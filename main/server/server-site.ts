import { BufferBudget } from './buffer-budget'
import { systemClock } from './clock'
import type { Clock } from './clock'
import type { ConnectionSite } from './connection-site'
import { DateField } from './date-field'
import { Deadlines } from './deadlines'
import type { ServerEvent, ServerListener } from './events'
import type { Handler } from './handler'
import { IdSource } from './id-source'
import { DEFAULT_LIMITS } from './limits'
import type { ServerLimits } from './limits'
import type { FaultAnswer, FaultPage, Refusal } from './refusals'

/** What a server is given to work with. */
export interface ServerParts {
  readonly handler: Handler
  readonly onEvent: ServerListener
  readonly faultPage: FaultPage
  /** Takes what should not have been possible; the server goes on. Without it such faults are only seen as a 500. */
  readonly onUnexpected?: (error: unknown) => void
  readonly limits?: Partial<ServerLimits>
  readonly clock?: Clock
  /** Shared by servers that follow one another; a server that stands alone has its own. */
  readonly ids?: IdSource
}

/** What the connections of one server share. What it was given from outside is guarded: no mistake there breaks a connection. */
export class ServerSite implements ConnectionSite {
  readonly handler: Handler
  readonly clock: Clock
  readonly deadlines: Deadlines
  readonly budget: BufferBudget
  readonly date = new DateField()
  readonly ids: IdSource
  isStopping = false
  readonly #parts: ServerParts
  #limits: ServerLimits

  constructor(parts: ServerParts) {
    this.#parts = parts
    this.handler = parts.handler
    this.clock = parts.clock ?? systemClock
    this.ids = parts.ids ?? new IdSource()
    this.deadlines = new Deadlines(this.clock)
    this.#limits = { ...DEFAULT_LIMITS, ...parts.limits }
    this.budget = new BufferBudget(this.#limits.bufferBytes)
  }

  get limits(): ServerLimits {
    return this.#limits
  }

  changeLimits(limits: Partial<ServerLimits>): void {
    this.#limits = { ...this.#limits, ...limits }
    this.budget.limitBytes = this.#limits.bufferBytes
  }

  nextExchangeId(): number {
    return this.ids.nextExchange()
  }

  readonly emit = (event: ServerEvent): void => {
    try {
      this.#parts.onEvent(event)
    } catch (error) {
      this.onUnexpected(error)
    }
  }

  readonly faultPage = (refusal: Refusal, acceptLanguage: string | undefined): FaultAnswer => {
    try {
      return this.#parts.faultPage(refusal, acceptLanguage)
    } catch (error) {
      this.onUnexpected(error)
      return { fields: [], bytes: new Uint8Array() }
    }
  }

  readonly onUnexpected = (error: unknown): void => {
    try {
      this.#parts.onUnexpected?.(error)
    } catch {
      // Nobody is left to be told.
    }
  }
}
