import type { DescribedEntry } from './describe-entries'
import { errorCode } from './disk-refusal'
import { encodeName } from './file-name'
import type { SharePlace } from './file-system'
import { pathBelow } from './containment'
import { describeInBatches, readNames, type ListingScope } from './listing/folder-entries'
import type { Measure, ServingRules } from './served-content'
import { DriveTimeoutError } from './open-file-limit'

/**
 * Adds up everything below a share that visitors get, level by level, in steps that leave the disk and the event loop
 * to the visitors. Links to folders are not followed; what cannot be read counts as nothing.
 *
 * @throws {unknown} the signal's reason (by default an `AbortError`) when it aborts
 */
export async function measureFolder(
  place: SharePlace,
  { showHidden }: Pick<ServingRules, 'showHidden'>,
  signal: AbortSignal,
): Promise<Measure> {
  const scope: ListingScope = { place, showHidden }
  const folders: string[][] = [[]]
  let [size, fileCount] = [0, 0]
  let sample: string | null = null
  for (const names of folders) {
    // The first by name in the first folder that has any: the same each time.
    let first: string | undefined
    for await (const entries of readLevel(scope, names, signal)) {
      const files = entries.filter(({ serves }) => serves === 'file')
      size += files.reduce((sum, file) => sum + (file.size ?? 0), 0)
      fileCount += files.length
      folders.push(...entries.filter(({ kind }) => kind === 'folder').map(({ name }) => [...names, name]))
      ;[first] = [...files.map(({ name }) => name), ...(first === undefined ? [] : [first])].sort()
    }
    if (first !== undefined) sample ??= [...names, first].map(encodeName).join('/')
  }
  return { size, fileCount, sample }
}

async function* readLevel(
  scope: ListingScope,
  names: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<readonly DescribedEntry[], void> {
  signal.throwIfAborted()
  const path = pathBelow(scope.place.root, names, scope.place.platform)
  try {
    const found = await readNames(scope, path)
    for await (const entries of describeInBatches(scope, path, found)) {
      signal.throwIfAborted()
      yield entries
    }
  } catch (error) {
    if (errorCode(error) === undefined && !(error instanceof DriveTimeoutError)) throw error
  }
}
