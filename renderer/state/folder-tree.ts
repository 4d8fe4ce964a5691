import type { FolderReference } from '../../preload/contract'
import type { EntryView, FolderListing, ShareView } from '../../preload/views'

/** What is known of a folder that was opened in the tree. */
export type FolderContent =
  | { readonly state: 'reading' }
  | { readonly state: 'listed'; readonly listing: FolderListing }
  | { readonly state: 'unreadable' }

/** One visible line of the tree of shares. */
export type TreeLine = ShareLine | EntryLine | RemarkLine

interface Line {
  readonly key: string
  /** 1 for a share, 2 for what stands directly in it. */
  readonly level: number
}

export interface ShareLine extends Line {
  readonly kind: 'share'
  readonly share: ShareView
  /** Null for what cannot be opened. */
  readonly open: boolean | null
}

export interface EntryLine extends Line {
  readonly kind: 'entry'
  readonly share: ShareView
  readonly entry: EntryView
  /** The names that lead from the share to this entry, its own last. */
  readonly names: readonly string[]
  readonly open: boolean | null
}

/** A line that says something about the folder above it. */
export interface RemarkLine extends Line {
  readonly kind: 'remark'
  readonly remark: 'reading' | 'unreadable' | 'empty' | 'omitted'
  readonly count: number
}

/** The key of a folder among all folders of all shares. */
export function folderKey({ shareId, names }: FolderReference): string {
  return JSON.stringify([shareId, ...names])
}

/** Gives the lines that are visible: each share, and below it what is in its open folders. */
export function treeLines(
  shares: readonly ShareView[],
  folders: ReadonlyMap<string, FolderContent>,
): readonly TreeLine[] {
  return shares.flatMap((share) => {
    const reference = { shareId: share.id, names: [] }
    const key = folderKey(reference)
    const canOpen = share.kind === 'folder' && share.state === 'available'
    const content = canOpen ? folders.get(key) : undefined
    const line: ShareLine = { kind: 'share', key, level: 1, share, open: canOpen ? content !== undefined : null }
    return content === undefined ? [line] : [line, ...linesIn({ share, names: [], content, folders })]
  })
}

interface OpenFolder {
  readonly share: ShareView
  readonly names: readonly string[]
  readonly content: FolderContent
  readonly folders: ReadonlyMap<string, FolderContent>
}

function linesIn({ share, names, content, folders }: OpenFolder): readonly TreeLine[] {
  const level = names.length + 2
  const remark = (about: RemarkLine['remark'], count = 0): RemarkLine => {
    const key = `${folderKey({ shareId: share.id, names })} ${about}`
    return { kind: 'remark', key, level, remark: about, count }
  }
  if (content.state !== 'listed') return [remark(content.state)]
  const { entries, omitted } = content.listing
  if (entries.length === 0) return [remark('empty')]
  const lines = entries.flatMap((entry) => entryLines({ share, names, entry, folders }))
  return omitted === 0 ? lines : [...lines, remark('omitted', omitted)]
}

function entryLines({
  share,
  names,
  entry,
  folders,
}: Omit<OpenFolder, 'content'> & { readonly entry: EntryView }): readonly TreeLine[] {
  const path = [...names, entry.name]
  const key = folderKey({ shareId: share.id, names: path })
  const canOpen = entry.kind === 'folder' && entry.hidden === null
  const content = canOpen ? folders.get(key) : undefined
  const open = canOpen ? content !== undefined : null
  const line: EntryLine = { kind: 'entry', key, level: path.length + 1, share, entry, names: path, open }
  return content === undefined ? [line] : [line, ...linesIn({ share, names: path, content, folders })]
}
