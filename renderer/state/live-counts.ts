import type { ExchangeRow } from '../../preload/views'
import { folderKey } from './folder-tree'

/** Gives how many exchanges are under way for each share, folder and file of the tree, by its key. */
export function liveCounts(active: readonly ExchangeRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { file, state } of active) {
    if (file === null || state !== 'sending') continue
    const names = file.path.split('/').filter((name) => name !== '')
    for (let depth = 0; depth <= names.length; depth += 1) {
      const key = folderKey({ shareId: file.shareId, names: names.slice(0, depth) })
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}
