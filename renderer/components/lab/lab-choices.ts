/** What can be chosen in the fault lab: the files that have been asked for, and each fault with its first setting. */
import type { LabFaults, LabTarget } from '../../../preload/lab'
import type { ExchangeRow } from '../../../preload/views'

/** A file that has been asked for. */
export interface LabFile {
  readonly shareId: number
  /** Path below the share. */
  readonly path: string
  /** Octets. */
  readonly size: number
}

/** More files than this make a list that nobody reads. */
const MOST_FILES = 30
/** Where nothing is known of the file. */
const SOMEWHERE = 1_000_000
const STALL_SECONDS = 20
const LATE_SECONDS = 10
const EXTRA_OCTETS = 1000

/** The files that were asked for last, the newest first. */
export function recentFiles(rows: readonly ExchangeRow[]): readonly LabFile[] {
  const files = new Map<string, LabFile>()
  for (let at = rows.length - 1; at >= 0 && files.size < MOST_FILES; at -= 1) {
    const file = rows[at]?.file
    if (file === null || file === undefined) continue
    const key = fileKey(file)
    if (!files.has(key)) files.set(key, { shareId: file.shareId, path: file.path, size: file.size })
  }
  return [...files.values()]
}

/** Names a file in a list of choices. */
export function fileKey(file: LabTarget['file']): string {
  return file === null ? '' : `${String(file.shareId)}/${file.path}`
}

/** The switches, in the order they are shown. */
export const switches = [
  'cutAt',
  'stall',
  'oneByOne',
  'lateHeadSeconds',
  'weakTag',
  'extraLength',
  'ignoreRange',
  'ignoreIfRange',
] as const satisfies readonly (keyof LabFaults)[]
export type LabSwitch = (typeof switches)[number]

/**
 * Turns one fault on with its first setting, or off.
 *
 * @param size the file's length in octets; null when it is not known
 */
export function turn(
  faults: LabFaults,
  fault: LabSwitch,
  { on, size }: { on: boolean; size: number | null },
): LabFaults {
  const { [fault]: _, ...others } = faults
  return on ? { ...others, ...firstSetting(fault, size) } : others
}

function firstSetting(fault: LabSwitch, size: number | null): LabFaults {
  const middle = size === null ? SOMEWHERE : Math.floor(size / 2)
  switch (fault) {
    case 'cutAt':
      return { cutAt: middle }
    case 'stall':
      return { stall: { at: middle, seconds: STALL_SECONDS } }
    case 'lateHeadSeconds':
      return { lateHeadSeconds: LATE_SECONDS }
    case 'extraLength':
      return { extraLength: EXTRA_OCTETS }
    default:
      return { [fault]: true }
  }
}
