/** Names that change between being looked at and being read gain nothing: CWE-367. */
import { mkdir, rename, symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { OUTSIDE_FILE, OUTSIDE_MARK, SIBLING_FOLDER } from '../support/share-fixture'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()
const AT_ONCE = 8

/** Asks again and again while `swap` runs again and again, and counts what the answers said. */
async function race(target: string, rounds: number, swap: () => Promise<void>): Promise<Map<string, number>> {
  const swaps = new AbortController()
  const swapping = (async () => {
    while (!swaps.signal.aborted) await swap()
  })()
  const answers = new Map<string, number>()
  for (let round = 0; round < rounds; round += 1) {
    for (const { status, content } of await Promise.all(Array.from({ length: AT_ONCE }, () => served().get(target)))) {
      const answer = content.includes(OUTSIDE_MARK)
        ? 'leak'
        : `${String(status)} ${status === 200 ? content.toString() : ''}`
      answers.set(answer.trim(), (answers.get(answer.trim()) ?? 0) + 1)
    }
  }
  swaps.abort()
  await swapping
  return answers
}

describe('Whoever asks 400 times', () => {
  it('while a file and a link that leaves the share change places gets the file or nothing', async () => {
    const path = join(served().root, 'swapped.txt')
    const outside = join(served().place, OUTSIDE_FILE)
    const answers = await race('/swapped.txt', 50, async () => {
      await symlink(outside, `${path}.link`)
      await rename(`${path}.link`, path)
      await turn()
      await writeFile(`${path}.file`, 'inside')
      await rename(`${path}.file`, path)
      await turn()
    })
    // Both were seen, or nothing was tried.
    expect([...answers.keys()].sort()).toEqual(['200 inside', '404'])
  })

  it('while a folder on the way and such a link change places gets the file or nothing', async () => {
    const folder = join(served().root, 'swapped')
    const aside = join(served().place, 'aside')
    await mkdir(folder)
    await writeFile(join(folder, 'secret.txt'), 'inside')
    const answers = await race('/swapped/secret.txt', 50, async () => {
      await rename(folder, aside)
      await symlink(join(served().place, SIBLING_FOLDER), folder)
      await turn()
      await unlink(folder)
      await rename(aside, folder)
      await turn()
    })
    expect([...answers.keys()].sort()).toEqual(['200 inside', '404'])
  })
})
