import type { ConsoleLink } from './console-link'
import type { Session } from './state/session.svelte'

/** Whether the page hears its server. Once it does again, it starts anew from a snapshot. */
export class LinkWatch {
  readonly #link: ConsoleLink | null
  readonly #session: Session

  lost = $state(false)
  /** Tries to connect at once; null while there is no need to. */
  readonly reconnect: (() => void) | null = $derived.by(() => {
    const link = this.#link
    return this.lost && link !== null
      ? () => {
          link.reconnect()
        }
      : null
  })

  /** @param link null where nothing can be lost: in the desktop app */
  constructor(link: ConsoleLink | null, session: Session) {
    this.#link = link
    this.#session = session
  }

  /** Starts to watch; gives the function that stops it, where there is something to watch. */
  start(): (() => void) | undefined {
    return this.#link?.onState((state) => {
      if (state === 'live' && this.lost) void this.#session.resynchronise()
      this.lost = state === 'lost'
    })
  }
}
