/** Junctions of NTFS, which need no privilege and so are what a visitor's helper would make; elsewhere a link to a folder. */
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openServedContent } from '../../main/files/open-served-content'
import { ask } from './support/ask'
import { tempFolder } from './support/temp-folder'

it('a junction is followed inside the share, and leads nowhere outside it', async () => {
  const place = await tempFolder()
  for (const folder of ['share', 'share/inside', 'outside']) await mkdir(join(place, folder))
  await writeFile(join(place, 'share', 'inside', 'a.txt'), 'ALPHA')
  await writeFile(join(place, 'outside', 'a.txt'), 'OUTSIDE')
  // Node makes a junction of it on Windows alone.
  await symlink(join(place, 'share', 'inside'), join(place, 'share', 'in'), 'junction')
  await symlink(join(place, 'outside'), join(place, 'share', 'out'), 'junction')
  await symlink(place, join(place, 'share', 'up'), 'junction')

  const share = await openServedContent(join(place, 'share'))
  const answers = await Promise.all(
    ['/in/a.txt', '/out/a.txt', '/out/', '/out', '/up/outside/a.txt', '/up/share/inside/a.txt'].map((path) =>
      ask(share, path),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404, 200])
  expect(answers.filter(({ text }) => text.includes('OUTSIDE'))).toEqual([])
  const { entries } = await share.readEntries([], 10)
  const hidden = entries.flatMap((entry) => (entry.hidden === null ? [] : [[entry.name, entry.hidden]]))
  expect(hidden).toEqual(expect.arrayContaining([['out', 'link-leaves-share']]))
})
