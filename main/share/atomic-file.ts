import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Another program may hold the file for a moment (Windows: virus scanners, search). */
const RENAME_ATTEMPTS = 5
const RENAME_PAUSE_MS = 40

let nextTemporary = 1

/**
 * Writes a file so that at every moment, a power cut included, it holds either the old text or the new: to a temporary
 * file beside it, to the disk, then renamed over it. Only this user can read it. Of a text in pieces, each is asked for
 * when the one before is written.
 *
 * @throws the system's error when any step fails; the old file is then as it was
 */
export async function writeAtomically(path: string, text: string | Iterable<string>): Promise<void> {
  const temporary = `${path}.${String(process.pid)}-${String(nextTemporary)}.tmp`
  nextTemporary += 1
  try {
    await writeThrough(temporary, text)
    await renameOver(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

async function writeThrough(path: string, text: string | Iterable<string>): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    // Each goes on where the one before ended.
    for (const piece of typeof text === 'string' ? [text] : text) await file.writeFile(piece, 'utf8')
    await file.sync()
  } finally {
    await file.close()
  }
}

async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to)
      return
    } catch (error) {
      if (attempt === RENAME_ATTEMPTS || !isPassing(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, RENAME_PAUSE_MS * attempt))
    }
  }
}

function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return process.platform === 'win32' && (code === 'EPERM' || code === 'EACCES' || code === 'EBUSY')
}

/** Makes the rename itself last. Windows cannot open folders, and some network drives cannot sync them. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  try {
    const folder = await open(path, 'r')
    await folder.sync().finally(() => folder.close())
  } catch {
    // The file itself is safe; at worst the old one is back after a power cut.
  }
}
