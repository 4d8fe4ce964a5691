import type { Fault } from '../../preload/views'
import { openHarFile } from './har-file'
import { openSessionFile, type SavedSession } from './session-file'

/** Opens a file that was saved: a session of ours, or a HAR file of anybody's. Gives why not, and where it broke. */
export async function openSavedFile(file: Blob, name: string): Promise<SavedSession | Fault> {
  const session = await openSessionFile(file, name)
  if (typeof session !== 'string') return session
  if (session !== 'not-a-session') return { code: session, about: name }
  const har = await openHarFile(file, name)
  if (!('code' in har)) return har
  return { code: har.code, about: har.place ?? name }
}
