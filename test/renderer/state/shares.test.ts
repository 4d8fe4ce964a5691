import { describe, expect, it } from 'vitest'
import { Notices } from '../../../renderer/state/notices.svelte'
import { liveCounts } from '../../../renderer/state/live-counts'
import { folderKey } from '../../../renderer/state/folder-tree'
import { Shares } from '../../../renderer/state/shares.svelte'
import { FakeApi } from '../harness/fake-api'
import { row, scenes } from '../harness/scenes'

async function sharesOf(name: string, change: Partial<FakeApi> = {}) {
  const scene = scenes[name]
  if (scene === undefined) throw new Error(`Cannot start: there is no scene ${JSON.stringify(name)}`)
  const api = Object.assign(new FakeApi(scene), change)
  const shares = new Shares(api, new Notices())
  shares.apply(scene.snapshot.shares)
  await new Promise(setImmediate)
  return shares
}

function linesOf(shares: Shares): string[] {
  return shares.lines.map((line) => {
    const name = line.kind === 'share' ? line.share.name : line.kind === 'entry' ? line.entry.name : `(${line.remark})`
    return `${'  '.repeat(line.level - 1)}${name}`
  })
}

describe('Shares', () => {
  it('opens a new folder by itself and shows files and hidden entries in it', async () => {
    const shares = await sharesOf('waiting')
    expect(linesOf(shares)).toEqual([
      'Summer 2026',
      '  films',
      '  music',
      '  photos',
      '  .env',
      '  id_ed25519',
      '  README.md',
      'ubuntu-26.04-desktop-amd64.iso',
    ])
  })

  it('reads a folder when it is opened and says how many names were left out', async () => {
    const shares = await sharesOf('waiting')
    await shares.open({ shareId: 1, names: ['films'] })
    expect(linesOf(shares).slice(1, 6)).toEqual([
      '  films',
      '    灯塔 4K 修复版.mkv',
      '    trailer.mp4',
      '    elsewhere',
      '    (omitted)',
    ])
    shares.close({ shareId: 1, names: ['films'] })
    expect(linesOf(shares)).toHaveLength(8)
  })

  it('says that an empty folder is empty', async () => {
    const shares = await sharesOf('waiting')
    await shares.open({ shareId: 1, names: ['music'] })
    expect(linesOf(shares)).toContain('    (empty)')
  })

  it('forgets an answer to a folder that was closed meanwhile', async () => {
    const shares = await sharesOf('waiting')
    const opening = shares.open({ shareId: 1, names: ['films'] })
    shares.close({ shareId: 1, names: ['films'] })
    await opening
    expect(linesOf(shares)).toHaveLength(8)
  })

  it('marks a folder that cannot be read', async () => {
    const listFolder = () => Promise.resolve({ ok: false, fault: { code: 'share-unreadable' } } as const)
    expect(linesOf(await sharesOf('waiting', { listFolder }))).toContain('  (unreadable)')
  })

  it('does not offer to open a folder that is gone', async () => {
    const shares = await sharesOf('busy-vanished')
    expect(shares.lines.map((line) => line.kind === 'share' && line.open)).toEqual([null, null])
    expect(shares.vanished.map(({ id }) => id)).toEqual([1])
  })

  it('sums up what is counted, and nothing while anything is still being counted', async () => {
    const shares = await sharesOf('waiting')
    expect(shares.sum).toEqual({ size: 44.5e9, fileCount: 2318 })
    shares.apply(shares.all.map((share) => ({ ...share, size: null })))
    expect(shares.sum).toBeNull()
  })
})

describe('liveCounts', () => {
  it('counts what is being sent for the file and every folder above it', () => {
    const file = (path: string) => ({ shareId: 1, path, size: 9, ranges: [] })
    const counts = liveCounts([
      row(1, { state: 'sending', file: file('films/a.mkv') }),
      row(2, { state: 'sending', file: file('films/b.mkv') }),
      row(3, { state: 'receiving', file: file('films/b.mkv') }),
      row(4, { state: 'sending', file: null }),
    ])
    const count = (...names: string[]) => counts.get(folderKey({ shareId: 1, names }))
    expect([count(), count('films'), count('films', 'a.mkv'), count('music')]).toEqual([2, 2, 1, undefined])
  })
})
