/** What is done to every server alike, and what is looked at meanwhile. */
import type { RunningServer, ServerKind } from '../servers/server'
import type { SharedFolder } from '../shared-folder'
import type { Unit } from '../figures/units'

/** What has to hold for Porthole, of docs and designs; each as a quotient or as a number in the figure's unit. */
export interface Target {
  /** Ours divided by that of nginx with sendfile. */
  readonly ofNginx?: number
  /** Ours divided by that of the best Node peer. */
  readonly ofBestNode?: number
  /** Ours with its log and its window, divided by ours without. */
  readonly watched?: number
  /** Ours alone. */
  readonly bound?: number
}

/** One thing that a workload looks at. */
export interface Figure {
  readonly key: string
  readonly title: string
  readonly unit: Unit
  readonly better: 'higher' | 'lower'
  /** Stands for itself: a quotient of two such numbers says nothing, as of what was added to nearly nothing. */
  readonly isAlone?: true
  readonly target?: Target
}

/** What one run gave, by the keys of the workload's figures. */
export type Sample = Readonly<Record<string, number>>

/** Runs once against the server it was made for. */
export type Run = (durationMs: number) => Promise<Sample>

export interface Workload {
  /** As `--only` names it. */
  readonly name: string
  /** What is done, in a sentence. */
  readonly title: string
  readonly figures: readonly Figure[]
  /** Who runs in it, instead of everybody. */
  readonly servers?: readonly ServerKind[]
  /** What a run leaves behind would be in the way of the next: each server runs once, without a warm-up. */
  readonly isOnce?: true
  /** Adds to the folder what is asked for. */
  readonly furnish?: (folder: SharedFolder) => Promise<void>
  /**
   * Asks once, compares every octet, and gives what runs again and again.
   *
   * @throws {NotServed} when the server does something else by design, such as ignoring ranges
   */
  readonly begin: (server: RunningServer, folder: SharedFolder) => Promise<Run>
}

/** A server does not do what is measured. */
export class NotServed extends Error {
  override readonly name = 'NotServed'
}
