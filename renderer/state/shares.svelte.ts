import { SvelteMap } from 'svelte/reactivity'
import type { Answers, FolderReference, PortholeApi } from '../../preload/contract'
import type { RecentShare, ShareView } from '../../preload/views'
import { folderKey, treeLines, type FolderContent, type TreeLine } from './folder-tree'
import type { Notices } from './notices.svelte'

/** Up to this many folders are opened at once when they are shared; more would push the clients out of sight. */
const OPENED_AT_FIRST = 2

/** What is shared, the tree of it as far as it was opened, and what was shared in earlier runs. */
export class Shares {
  readonly #api: PortholeApi
  readonly #notices: Notices
  /** Open folders by their key. A closed one is forgotten, so that opening it again reads it again. */
  readonly #folders = new SvelteMap<string, FolderContent>()
  readonly #seen = new Set<number>()

  all = $state.raw<readonly ShareView[]>([])
  /** What was shared before and is not shared now. */
  recent = $state.raw<readonly RecentShare[]>([])

  readonly lines: readonly TreeLine[] = $derived(treeLines(this.all, this.#folders))
  readonly vanished: readonly ShareView[] = $derived(this.all.filter(({ state }) => state === 'vanished'))
  /** Octets and files of all shares together; null while any of them is still being counted. */
  readonly sum: { readonly size: number; readonly fileCount: number } | null = $derived(sumOf(this.all))
  constructor(api: PortholeApi, notices: Notices) {
    this.#api = api
    this.#notices = notices
  }

  apply(shares: readonly ShareView[] | undefined): void {
    if (shares === undefined) return
    this.all = shares
    const folders = shares.filter(({ kind, state }) => kind === 'folder' && state === 'available')
    for (const { id } of folders) {
      if (!this.#seen.has(id) && folders.length <= OPENED_AT_FIRST) void this.open({ shareId: id, names: [] })
      this.#seen.add(id)
    }
  }

  /** Reads a folder and shows what is in it. */
  async open(reference: FolderReference): Promise<void> {
    const key = folderKey(reference)
    this.#folders.set(key, { state: 'reading' })
    const listing = await this.#notices.settle(this.#api.listFolder(reference))
    // Closed again meanwhile: the answer comes too late to matter.
    if (!this.#folders.has(key)) return
    this.#folders.set(key, listing === undefined ? { state: 'unreadable' } : { state: 'listed', listing })
  }

  /** Reads all open folders again, as after a change of what is hidden, or when the window is looked at again. */
  async refresh(): Promise<void> {
    const open = this.lines.filter((line) => line.kind !== 'remark').filter((line) => line.open === true)
    await Promise.all(
      open.map(async (line) => {
        const reference = { shareId: line.share.id, names: line.kind === 'share' ? [] : line.names }
        const answer = await this.#api.listFolder(reference).catch(() => undefined)
        if (answer === undefined || !this.#folders.has(line.key)) return
        this.#folders.set(line.key, answer.ok ? { state: 'listed', listing: answer.value } : { state: 'unreadable' })
      }),
    )
  }

  close(reference: FolderReference): void {
    this.#folders.delete(folderKey(reference))
  }

  async chooseFolder(): Promise<void> {
    await this.#notices.settle(this.#api.chooseFolder(undefined))
  }

  async chooseFiles(): Promise<void> {
    await this.#notices.settle(this.#api.chooseFiles(undefined))
  }

  async shareEcho(): Promise<void> {
    await this.#notices.settle(this.#api.shareEcho(undefined))
  }

  /**
   * Shares what stands at a path on the serving machine, which only the console may ask for. A refusal is the answer,
   * to be said beside what was typed; a bug is told as one, and gives undefined.
   */
  async askForPath(path: string): Promise<Answers['openTypedPath'] | undefined> {
    try {
      return await this.#api.openTypedPath(path)
    } catch (error) {
      this.#notices.tellBug(error)
      return undefined
    }
  }

  async openDropped(files: readonly File[]): Promise<void> {
    if (files.length > 0) await this.#notices.settle(this.#api.openDropped(files))
  }

  async reopen({ id }: RecentShare): Promise<void> {
    await this.#notices.settle(this.#api.reopenRecent(id))
  }

  async remove({ id }: ShareView): Promise<void> {
    await this.#notices.settle(this.#api.removeShare(id))
  }

  /** Shows a share in the system's file manager. */
  async reveal({ id }: ShareView): Promise<void> {
    await this.#notices.settle(this.#api.revealShare(id))
  }
}

function sumOf(shares: readonly ShareView[]): { readonly size: number; readonly fileCount: number } | null {
  let size = 0
  let fileCount = 0
  for (const share of shares) {
    if (share.kind === 'echo') continue
    if (share.size === null || share.fileCount === null) return null
    size += share.size
    fileCount += share.fileCount
  }
  return { size, fileCount }
}
