import { readdirSync, readlinkSync } from 'node:fs'

/** Gives how many descriptors of this process lead to a path or below it; Linux only. */
export function descriptorsBelow(path: string): number {
  return readdirSync('/proc/self/fd').filter((descriptor) => whereIs(descriptor).startsWith(path)).length
}

/** The descriptor may be closed by now: the one that reads the folder always is. */
function whereIs(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`)
  } catch {
    return ''
  }
}
