import { readFile, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashOutput, isInstalled, runClient } from '../support/run-client'
import { ODD_NAMES, patterned, sha256Of, SIZES } from '../support/samples'
import { shareSamples } from '../support/share-samples'

describe.skipIf(!isInstalled('curl'))('curl', () => {
  const shared = shareSamples()

  it.each(Object.keys(SIZES))(
    '-O brings every byte of %s',
    async (name) => {
      const url = shared.porthole.urlOf(name)
      const [arrived, source] = await Promise.all([
        hashOutput('curl', ['-s', '--fail', url]),
        sha256Of(join(shared.folder, name)),
      ])
      expect(arrived).toBe(source)
    },
    120_000,
  )

  it.each(ODD_NAMES)('-OJ keeps the name and the bytes of %s', async (name) => {
    const { code, stderr } = await runClient(
      'curl',
      ['-s', '--fail', '-OJ', `${shared.porthole.urlOf(name)}?download`],
      shared.into,
    )
    expect([code, stderr]).toEqual([0, ''])
    // curl reads filename= alone and no filename*=, so it is the ASCII fallback that it stores under.
    const stored = await runClient('ls', ['-t'], shared.into)
    const newest = stored.stdout.split('\n')[0] ?? ''
    expect(await readFile(join(shared.into, newest), 'utf8')).toBe(`the file that is called ${name}\n`)
    await rm(join(shared.into, newest))
  })

  it('-C - goes on where a download was cut at 40 %', async () => {
    const size = SIZES['mebibyte.bin']
    await runClient('curl', ['-s', '-O', shared.porthole.urlOf('mebibyte.bin')], shared.into)
    const file = join(shared.into, 'mebibyte.bin')
    await truncate(file, Math.floor(size * 0.4))
    const { code } = await runClient(
      'curl',
      ['-s', '--fail', '-C', '-', '-O', shared.porthole.urlOf('mebibyte.bin')],
      shared.into,
    )
    expect(code).toBe(0)
    expect(await sha256Of(file)).toBe(await sha256Of(join(shared.folder, 'mebibyte.bin')))
    await expect
      .poll(() => shared.porthole.exchanges.find(({ status }) => status === 206)?.sentBytes)
      .toBe(size - Math.floor(size * 0.4))
  })

  it('-r takes one range, and several as multipart/byteranges', async () => {
    const one = await runClient(
      'curl',
      ['-s', '-r', '10-19', '-o', 'part', shared.porthole.urlOf('mebibyte.bin')],
      shared.into,
    )
    expect(one.code).toBe(0)
    expect(await readFile(join(shared.into, 'part'))).toEqual(patterned(20).subarray(10))
    const several = await runClient('curl', ['-si', '-r', '0-3,-2', shared.porthole.urlOf(ODD_NAMES[2])], shared.into)
    expect(several.stdout).toMatch(/^HTTP\/1\.1 206 /)
    expect(several.stdout).toMatch(/content-type: multipart\/byteranges; boundary=/i)
    expect(several.stdout).toMatch(/content-range: bytes 0-3\/\d+\r\n\r\nthe \r\n/i)
  })

  it('--compressed gets the plain bytes, labelled with no coding', async () => {
    const url = shared.porthole.urlOf('mebibyte.bin')
    const { stdout } = await runClient('curl', ['-sI', '--compressed', url], shared.into)
    expect(stdout).not.toMatch(/content-encoding/i)
    expect(await hashOutput('curl', ['-s', '--compressed', url])).toBe(
      await sha256Of(join(shared.folder, 'mebibyte.bin')),
    )
  })

  it('-I tells the length of 3 GiB without sending it', async () => {
    const { stdout } = await runClient('curl', ['-sI', shared.porthole.urlOf('three-gib.bin')], shared.into)
    expect(stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
    expect(stdout).toMatch(/content-length: 3221225472\r\n/i)
    expect(stdout).toMatch(/accept-ranges: bytes\r\n/i)
  })

  it('is told 404 and 文件不存在 when it reads Chinese', async () => {
    const args = ['-s', '-w', '%{http_code}', '-H', 'Accept-Language: zh-CN', shared.porthole.urlOf('nope.txt')]
    const { stdout } = await runClient('curl', args, shared.into)
    expect(stdout).toContain('文件不存在')
    expect(stdout.endsWith('404')).toBe(true)
  })
})
