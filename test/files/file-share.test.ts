import { rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openServedContent } from '../../main/files/open-served-content'
import type { ServedContent } from '../../main/files/served-content'
import { ask } from './support/ask'
import { MODIFIED, writeTree } from './support/fixture'
import { tempFolder } from './support/temp-folder'

let root: string
let share: ServedContent

beforeEach(async () => {
  root = await tempFolder()
  await writeTree(root, { 'film.mp4': 'FILM', 'other.txt': 'OTHER', '.secret': 'S' })
  share = await openServedContent(join(root, 'film.mp4'))
})

describe('FileShare', () => {
  it('serves its file and nothing beside it', async () => {
    expect((await ask(share, '/')).text).toBe('FILM')
    for (const path of ['/other.txt', '/film.mp4', '/../other.txt', '//']) {
      expect((await ask(share, path)).status).toBe(404)
    }
  })

  it('names the file in the row', async () => {
    expect((await ask(share, '/')).plan.subject).toMatchObject({ kind: 'file', path: 'film.mp4', size: 4 })
  })

  it('serves a file that was chosen although it is hidden', async () => {
    expect((await ask(await openServedContent(join(root, '.secret')), '/')).text).toBe('S')
  })

  it('serves what is put in its place, but not what a link in its place leads to', async () => {
    await rename(join(root, 'other.txt'), join(root, 'film.mp4'))
    expect((await ask(share, '/')).text).toBe('OTHER')
    await rm(join(root, 'film.mp4'))
    await symlink(join(root, '.secret'), join(root, 'film.mp4'))
    const refused = await ask(share, '/')
    expect([refused.status, refused.plan.subject?.reason]).toEqual([404, 'link-leaves-share'])
  })

  it('answers 503 when the file is gone', async () => {
    await rm(join(root, 'film.mp4'))
    const { status, plan } = await ask(share, '/')
    expect([status, plan.subject?.reason, await share.isAvailable()]).toEqual([503, 'share-vanished', false])
  })

  it('measures and lists itself', async () => {
    expect(await share.measure({ showHidden: false }, new AbortController().signal)).toEqual({
      size: 4,
      fileCount: 1,
      sample: '',
    })
    expect(await share.readEntries([], 10)).toEqual({
      entries: [{ name: 'film.mp4', kind: 'file', size: 4, modifiedAt: Date.parse(MODIFIED), hidden: null }],
      omitted: 0,
    })
  })
})
