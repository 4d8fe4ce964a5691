/** What was found, as it is kept in a file and put into a report. Nothing in it but JSON. */
import type { Sample } from './workloads/workload'

export interface MeasuredServer {
  readonly name: string
  readonly family: 'porthole' | 'nginx' | 'node' | 'other'
  /** The command line that was measured, with FOLDER, PORT and OWN for what is another each time. */
  readonly commandLine: string
  readonly version: string
  /** By round; a round that was void is null. */
  readonly samples: readonly (Sample | null)[]
  /** Why there are no samples, when the server does something else by design. */
  readonly notServed: string | null
  /** What was wrong, when it was: those rounds are void. */
  readonly faults: readonly string[]
}

export interface MeasuredWorkload {
  readonly name: string
  readonly rounds: number
  readonly durationMs: number
  /** ISO 8601. */
  readonly takenAt: string
  /** What was checked out, with a sign when something had been changed. */
  readonly commit: string
  /** Load average of the last minute when it began: how quiet the machine was. */
  readonly loadBefore: number
  readonly servers: readonly MeasuredServer[]
}

export interface Measured {
  /** Processor, memory, system, and versions of the tools. */
  readonly machine: string
  readonly workloads: readonly MeasuredWorkload[]
}

/** The same with a workload that is newer than the one of its name. */
export function withWorkload(measured: Measured, added: MeasuredWorkload): Measured {
  const others = measured.workloads.filter(({ name }) => name !== added.name)
  return { ...measured, workloads: [...others, added] }
}
