import { escapeForLog } from '../../../preload/inert-text'

/** The name of a file without the folders it is in, with nothing in it that could hide or reorder text. */
export function displayName(path: string): string {
  return escapeForLog(path.slice(path.lastIndexOf('/') + 1))
}
