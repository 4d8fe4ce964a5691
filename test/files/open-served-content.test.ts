import { execFileSync } from 'node:child_process'
import * as nodeFs from 'node:fs/promises'
import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openServedContent } from '../../main/files/open-served-content'
import { ShareOpenError } from '../../main/files/share-open-error'
import { writeTree } from './support/fixture'
import { tempFolder } from './support/temp-folder'

describe('openServedContent', () => {
  it('opens a folder and a file by their real paths', async () => {
    const root = await tempFolder()
    await writeTree(root, { 'sub/a.txt': 'A' })
    await symlink(join(root, 'sub'), join(root, 'link'))
    const folder = await openServedContent(join(root, 'link'))
    const file = await openServedContent(join(root, 'link/a.txt'))
    expect([folder.kind, folder.path, file.kind, file.path]).toEqual([
      'folder',
      join(root, 'sub'),
      'file',
      join(root, 'sub/a.txt'),
    ])
  })

  it('says why it cannot', async () => {
    const root = await tempFolder()
    await writeTree(root, { 'a.txt': 'A' })
    execFileSync('mkfifo', [join(root, 'fifo')])
    const denied = Object.assign(new Error('EACCES'), { code: 'EACCES', errno: -13 })
    const faults = await Promise.all(
      [
        openServedContent(join(root, 'nope')),
        openServedContent(join(root, 'a.txt/below')),
        openServedContent(join(root, 'fifo')),
        openServedContent('/dev/null'),
        openServedContent(root, { fs: { ...nodeFs, open: () => Promise.reject(denied) } }),
      ].map((opening) =>
        opening.then(
          () => 'opened',
          (error: unknown) => (error instanceof ShareOpenError ? error.code : error),
        ),
      ),
    )
    expect(faults).toEqual(['not-found', 'not-found', 'not-shareable', 'not-shareable', 'unreadable'])
  })

  it('knows when what it serves is gone, and when it is back', async () => {
    const root = await tempFolder()
    await writeTree(root, { 'sub/a.txt': 'A' })
    const content = await openServedContent(join(root, 'sub'))
    const before = await content.isAvailable()
    await rm(join(root, 'sub'), { recursive: true })
    const gone = await content.isAvailable()
    await writeTree(root, { 'sub/a.txt': 'A' })
    expect([before, gone, await content.isAvailable()]).toEqual([true, false, true])
  })
})
