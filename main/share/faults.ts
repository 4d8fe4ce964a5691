import type { Fault } from '../../preload/views'
import { ShareOpenError } from '../files/share-open-error'

/** Gives what a person is told when something could not be shared or read; only the last name of the path is said. */
export function shareFault(error: unknown, path: string): Fault {
  const about = path.split(/[/\\]/).findLast((name) => name !== '') ?? path
  return { code: error instanceof ShareOpenError ? `share-${error.code}` : 'share-unreadable', about }
}
