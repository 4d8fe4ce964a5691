import type { PortholeApi } from '../../preload/contract'
import type { AddressView, FaultCode, ServingView } from '../../preload/views'
import type { Notices } from './notices.svelte'

const STOPPED: ServingView = { state: 'stopped', port: null, reach: 'local-network', addresses: [], fault: null }

const LISTENING_FAULTS: ReadonlySet<FaultCode> = new Set(['port-in-use', 'port-forbidden', 'host-unavailable'])

/** Whether we serve, and where. */
export class ServingState {
  readonly #api: PortholeApi
  readonly #notices: Notices

  view = $state.raw<ServingView>(STOPPED)
  /** Which of the addresses the user has chosen to show, by its origin; the first one until then. */
  #preferred = $state<string | null>(null)

  readonly on: boolean = $derived(this.view.state === 'serving')
  /** The address that is shown, copied and drawn as a QR code; null while there is none. */
  readonly address: AddressView | null = $derived(
    this.view.addresses.find(({ origin }) => origin === this.#preferred) ?? this.view.addresses[0] ?? null,
  )
  /** The others. */
  readonly alternatives: readonly AddressView[] = $derived(
    this.view.addresses.filter((address) => address !== this.address),
  )

  constructor(api: PortholeApi, notices: Notices) {
    this.#api = api
    this.#notices = notices
  }

  apply(view: ServingView | undefined): void {
    if (view !== undefined) this.view = view
  }

  /** Shows another of our addresses from now on. */
  prefer(address: AddressView): void {
    this.#preferred = address.origin
  }

  /**
   * Starts serving, or moves to another port.
   *
   * @param port null for the preferred one
   */
  async start(port: number | null): Promise<void> {
    try {
      const answer = await this.#api.startServing({ port, orNextFree: false })
      if (answer.ok) this.view = answer.value
      // What keeps us from listening stands in the view, and goes with the next start that succeeds.
      else if (LISTENING_FAULTS.has(answer.fault.code)) {
        this.view = { ...this.view, state: 'failed', fault: answer.fault }
      } else this.#notices.tell(answer.fault)
    } catch (error) {
      this.#notices.tellBug(error)
    }
  }

  async stop(): Promise<void> {
    await this.#notices.settle(this.#api.stopServing(undefined))
  }

  /** Opens the shown address in a browser on this computer. */
  async open(): Promise<void> {
    const index = this.view.addresses.findIndex((address) => address === this.address)
    if (index >= 0) await this.#notices.settle(this.#api.openAddress(index))
  }
}
