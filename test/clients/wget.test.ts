import { mkdtemp, readFile, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashOutput, isInstalled, runClient } from '../support/run-client'
import { ODD_NAMES, sha256Of, SIZES } from '../support/samples'
import { shareSamples } from '../support/share-samples'

describe.skipIf(!isInstalled('wget'))('wget', () => {
  const shared = shareSamples()

  // 3 GiB are left to curl and aria2c: wget reads them the same way, twice as slowly.
  it.each(['empty.bin', 'one.bin', 'mebibyte.bin'])('brings every byte of %s', async (name) => {
    expect(await hashOutput('wget', ['-q', '-O', '-', shared.porthole.urlOf(name)])).toBe(
      await sha256Of(join(shared.folder, name)),
    )
  })

  it('-c goes on where a download was cut', async () => {
    const url = shared.porthole.urlOf('mebibyte.bin')
    const file = join(shared.into, 'mebibyte.bin')
    await runClient('wget', ['-q', url], shared.into)
    await truncate(file, 400_000)
    expect((await runClient('wget', ['-q', '-c', url], shared.into)).code).toBe(0)
    expect(await sha256Of(file)).toBe(await sha256Of(join(shared.folder, 'mebibyte.bin')))
    await expect
      .poll(() => shared.porthole.exchanges.find(({ status }) => status === 206)?.sentBytes)
      .toBe(SIZES['mebibyte.bin'] - 400_000)
  })

  it('-r finds every file through the listing', async () => {
    const crawled = await mkdtemp(join(shared.into, 'crawl-'))
    // What it would fetch for seconds and what it keeps of the listing itself is left out.
    const args = ['-q', '-r', '-np', '-nH', '-e', 'robots=off', '--restrict-file-names=nocontrol']
    await runClient('wget', [...args, '--reject', 'three-gib.bin,index.html*', `${shared.porthole.origin}/`], crawled)
    for (const name of ODD_NAMES) {
      // wget decodes the name it stores under once more than the one it asks for.
      const stored = name.replace('%41', 'A')
      expect(await readFile(join(crawled, stored), 'utf8')).toBe(`the file that is called ${name}\n`)
    }
    expect(await readFile(join(crawled, 'sub folder', '深.txt'), 'utf8')).toBe('deep\n')
  })
})
