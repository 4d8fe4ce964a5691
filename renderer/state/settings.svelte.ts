import { type PortholeApi } from '../../preload/contract'
import { usualLimits } from '../../preload/settings'
import type { Settings, SettingsChange } from '../../preload/settings'
import type { Notices } from './notices.svelte'

/** What holds until main has told us. */
const UNKNOWN_YET: Settings = {
  theme: 'system',
  language: 'system',
  density: 'comfortable',
  keptRequests: 50_000,
  port: 8080,
  reach: 'local-network',
  showHidden: false,
  serveIndex: false,
  alwaysAttach: false,
  allowedHosts: [],
  limits: usualLimits,
  savedFilters: [],
}

/** The settings as main keeps them. A change shows at once and is taken back when main refuses it. */
export class SettingsState {
  readonly #api: PortholeApi
  readonly #notices: Notices

  current = $state.raw<Settings>(UNKNOWN_YET)

  constructor(api: PortholeApi, notices: Notices) {
    this.#api = api
    this.#notices = notices
  }

  apply(settings: Settings | undefined): void {
    if (settings !== undefined) this.current = settings
  }

  async change(change: SettingsChange): Promise<void> {
    const before = this.current
    this.current = { ...before, ...change }
    const kept = await this.#notices.settle(this.#api.changeSettings(change))
    this.current = kept ?? before
  }
}
