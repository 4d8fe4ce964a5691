/** Links are followed inside the share and nowhere else: CWE-59. */
import { describe, expect, it } from 'vitest'
import { OUTSIDE_FILE, OUTSIDE_MARK, SIBLING_FOLDER } from '../support/share-fixture'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

describe('A symbolic link', () => {
  it('that stays inside the share leads to its file', async () => {
    const { status, content } = await served().get('/link-in')
    expect([status, content.toString()]).toEqual([200, 'ALPHA-FILE\n'])
  })

  it.each([
    ...[
      '/link-out-file',
      `/link-out-dir/${OUTSIDE_FILE}`,
      `/link-out-dir/${SIBLING_FOLDER}/secret.txt`,
      '/link-out-dir',
    ],
    ...['/link-out-dir/', '/link-root', '/link-root/etc/passwd', '/link-root/proc/self/environ', '/link-loop'],
    '/link-dangling',
  ])('is not found where it leads out, in a circle, or nowhere: %s', async (target) => {
    const { status, content } = await served().get(target)
    expect([status, content.includes(OUTSIDE_MARK)]).toEqual([404, false])
  })

  it('that leads out and in again leads to what is inside: only where a file lies counts', async () => {
    expect((await served().get('/link-out-dir/share/a.txt')).content.toString()).toBe('ALPHA-FILE\n')
  })

  it('is named in its row as what it is', async () => {
    const { porthole } = served()
    await served().get('/link-out-file')
    const reasonOf = (target: string) => porthole.exchanges.find((each) => each.target === target)?.reason
    await expect.poll(() => reasonOf('/link-out-file')).toBe('link-leaves-share')
  })
})
