import type { PortholeApi } from '../../preload/contract'
import type { LabFaults, LabRuleView, LabTarget } from '../../preload/lab'
import type { Notices } from './notices.svelte'

/** What is served wrongly on purpose. */
export class LabState {
  readonly #api: PortholeApi
  readonly #notices: Notices

  rules = $state.raw<readonly LabRuleView[]>([])

  constructor(api: PortholeApi, notices: Notices) {
    this.#api = api
    this.#notices = notices
  }

  /** Takes in the rules, when they have changed. */
  apply(rules: readonly LabRuleView[] | undefined): void {
    if (rules !== undefined) this.rules = rules
  }

  /** The rule for exactly this target; undefined when there is none. */
  ruleFor({ clientId, file }: LabTarget): LabRuleView | undefined {
    return this.rules.find(
      ({ target }) =>
        target.clientId === clientId && target.file?.shareId === file?.shareId && target.file?.path === file?.path,
    )
  }

  /** Whether any rule speaks of this client by name. */
  concerns(clientId: number): boolean {
    return this.rules.some(({ target }) => target.clientId === clientId)
  }

  /** Sets the faults of a target; none ends its rule. */
  async set(target: LabTarget, faults: LabFaults): Promise<void> {
    try {
      await this.#api.setLabRule({ target, faults })
    } catch (error) {
      this.#notices.tellBug(error)
    }
  }

  async clear(): Promise<void> {
    try {
      await this.#api.clearLab(undefined)
    } catch (error) {
      this.#notices.tellBug(error)
    }
  }
}
