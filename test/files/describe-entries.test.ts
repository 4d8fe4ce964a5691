import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import * as nodeFs from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeEntries } from '../../main/files/describe-entries'
import type { FileSystem, SharePlace } from '../../main/files/file-system'
import { OpenFileLimit } from '../../main/files/open-file-limit'
import { readFolder, type FoundName } from '../../main/files/read-folder'
import { statThreadStarter, type StatThread } from '../../main/files/stat-thread'
import { link, writeByOctets, writeTree } from './support/fixture'
import { tempFolder } from './support/temp-folder'

let root: string
const threads: StatThread[] = []
const start = statThreadStarter(2)

const placeOf = (fs: FileSystem): SharePlace => ({
  ...{ root, platform: 'linux', isMountPoint: false, descriptorLinks: true, fs },
  limit: new OpenFileLimit({ operations: 3, files: 10, timeoutMs: 5000 }),
})

function startThread(): StatThread {
  const thread = start()
  if (thread === undefined) throw new Error('Cannot go on: expected a thread')
  threads.push(thread)
  return thread
}

async function found(place: SharePlace): Promise<readonly FoundName[]> {
  const names: FoundName[] = []
  for await (const chunk of readFolder(place, root)) names.push(...chunk)
  return [...names, { name: 'gone', type: 'file' }]
}

beforeEach(async () => {
  root = await tempFolder()
})

afterEach(() => {
  for (const thread of threads.splice(0)) thread.close()
})

describe('describeEntries', () => {
  it('tells the same with a thread and without one, and asks for few names itself', async () => {
    await writeTree(root, { 'a.txt': 'A', '.env': 'S', 'sub/x': '', '灯塔.png': 'PNG', 'b\ufffd': 'another' })
    await writeByOctets(root, Buffer.from([0x62, 0xff]), 'OCTETS')
    await link(root, { inside: 'a.txt', folder: 'sub', out: '/etc/passwd', nowhere: 'nope' })
    execFileSync('mkfifo', [join(root, 'fifo')])
    const asked: string[] = []
    const lstat = ((path: string | Buffer) => {
      asked.push(
        Buffer.from(path)
          .toString('latin1')
          .slice(root.length + 1),
      )
      return nodeFs.lstat(path)
    }) as typeof nodeFs.lstat
    const place = placeOf({ ...nodeFs, lstat })
    const names = await found(place)
    const byThread = await describeEntries({ place, path: root, thread: startThread() }, names)
    expect(asked.splice(0).sort()).toEqual(['b\xff', 'fifo', 'folder', 'gone', 'inside', 'nowhere', 'out'])
    expect(byThread).toEqual(await describeEntries({ place, path: root }, names))
    expect(byThread.find(({ name }) => name === 'b\udcff')?.size).toBe('OCTETS'.length)
  })

  it('looks at all names itself when the thread has ended', async () => {
    await writeTree(root, { 'a.txt': 'A', 'sub/x': '' })
    const place = placeOf(nodeFs)
    const names = await found(place)
    const thread = startThread()
    thread.close()
    expect(await describeEntries({ place, path: root, thread }, names)).toEqual(
      await describeEntries({ place, path: root }, names),
    )
  })

  it('waits no longer for a thread that a drive holds than for the drive', async () => {
    const held: StatThread = { look: () => new Promise(() => undefined), close: () => undefined }
    const limit = new OpenFileLimit({ operations: 3, files: 10, timeoutMs: 20 })
    const answer = describeEntries({ place: { ...placeOf(nodeFs), limit }, path: root, thread: held }, [
      { name: 'a', type: 'file' },
    ])
    await expect(answer).rejects.toThrow('Cannot read from the drive')
  })
})

describe('statThreadStarter', () => {
  it('starts no more threads than may run, and another when one has ended', async () => {
    const startOne = statThreadStarter(1)
    const first = startOne()
    expect([first === undefined, startOne()]).toEqual([false, undefined])
    const answer = first?.look(root, ['a'])
    first?.close()
    expect((await answer)?.size(0)).toBeNaN()
    const second = startOne()
    expect(second).toBeDefined()
    second?.close()
  })
})
