import type { Fault } from '../../../preload/views'

/** No room: on the disk, or in what this user may use of it. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** Gives why a file could not be written, in a code; an error without one is a bug and thrown on. */
export function exportFault(error: unknown, about: string): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined) throw error
  return { code: FULL.has(code) ? 'disk-full' : 'file-unwritable', about }
}
