/** The faults that are on, one rule for each target. */
import type { LabFaults, LabRule, LabRuleView, LabTarget } from '../../../preload/lab'

/** More rules than a person can keep in mind. */
export const MOST_RULES = 20

/** What an answer is about, for finding the rule that concerns it. */
export interface LabSubject {
  readonly clientId: number | null
  readonly shareId: number | undefined
  readonly path: string | undefined
  readonly size: number | undefined
}

/** A rule that is in force, with what came of it. */
export interface ActiveRule {
  readonly target: LabTarget
  readonly faults: LabFaults
  cutExchangeId: number | null
  fileSize: number | null
}

export class LabRules {
  #rules: readonly ActiveRule[] = []

  /** Whether nothing is served wrongly. */
  get isEmpty(): boolean {
    return this.#rules.length === 0
  }

  views(): LabRuleView[] {
    return this.#rules.map(({ target, faults, cutExchangeId, fileSize }) => ({
      target,
      faults,
      cutExchangeId,
      fileSize,
    }))
  }

  /** Puts a rule in the place of the one with its target. One without faults is taken away; the oldest gives way. */
  set({ target, faults }: LabRule): void {
    const before = this.#rules.find((rule) => sameTarget(rule.target, target))
    const others = this.#rules.filter((rule) => rule !== before)
    if (Object.keys(faults).length === 0) {
      this.#rules = others
      return
    }
    const isSameCut = before !== undefined && before.faults.cutAt === faults.cutAt
    const rule = {
      target,
      faults,
      cutExchangeId: isSameCut ? before.cutExchangeId : null,
      fileSize: before?.fileSize ?? null,
    }
    this.#rules = [...others, rule].slice(-MOST_RULES)
  }

  clear(): void {
    this.#rules = []
  }

  /** The rule that concerns an answer: the one that says most of it, or undefined. */
  find(subject: LabSubject): ActiveRule | undefined {
    let found: ActiveRule | undefined
    for (const rule of this.#rules) {
      if (concerns(rule.target, subject) && (found === undefined || weight(rule.target) > weight(found.target))) {
        found = rule
      }
    }
    return found
  }

  /** Whether any rule could concern this client's requests: nobody else's are looked at twice. */
  mayConcern(clientId: number | null): boolean {
    return this.#rules.some(({ target }) => target.clientId === null || target.clientId === clientId)
  }
}

function concerns({ clientId, file }: LabTarget, subject: LabSubject): boolean {
  if (clientId !== null && clientId !== subject.clientId) return false
  return file === null ? subject.path !== undefined : file.shareId === subject.shareId && file.path === subject.path
}

/** A rule for one client's one file says more than one for all of its files, and that more than one for everybody. */
function weight({ clientId, file }: LabTarget): number {
  return (clientId === null ? 0 : 1) + (file === null ? 0 : 2)
}

function sameTarget(one: LabTarget, other: LabTarget): boolean {
  return (
    one.clientId === other.clientId && one.file?.shareId === other.file?.shareId && one.file?.path === other.file?.path
  )
}
