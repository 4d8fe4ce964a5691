import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Porthole } from '../../main/share/porthole'
import { isWide } from '../../main/share/wide-folder'

let homes: string

beforeEach(async () => {
  homes = await realpath(await mkdtemp(join(tmpdir(), 'porthole-homes-')))
  await mkdir(join(homes, 'anna', 'Photos'), { recursive: true })
  await mkdir(join(homes, 'anna2'))
  vi.stubEnv('HOME', join(homes, 'anna'))
  vi.stubEnv('USERPROFILE', join(homes, 'anna'))
})

afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(homes, { recursive: true, force: true })
})

describe('isWide', () => {
  it('is true of a drive, of the home folder, and of what holds it, and of nothing else', async () => {
    const wide = [parse(homes).root, homes, join(homes, 'anna')]
    const narrow = [join(homes, 'anna', 'Photos'), join(homes, 'anna2'), join(homes, '..anna')]
    expect(await Promise.all([...wide, ...narrow].map(isWide))).toEqual([true, true, true, false, false, false])
  })
})

describe('Sharing the home folder', () => {
  it('is done, and told as more than one may have meant', async () => {
    const porthole = await Porthole.open({
      machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
      shell: { kind: 'desktop' },
      settingsFile: null,
      settings: { port: 0, reach: 'this-computer' },
    })
    try {
      await porthole.share(join(homes, 'anna', 'Photos'))
      expect((await porthole.commands.takeSnapshot(undefined)).notices).toEqual([])
      await porthole.share(join(homes, 'anna'))
      const { notices, shares } = await porthole.commands.takeSnapshot(undefined)
      expect(notices).toMatchObject([{ fault: { code: 'share-wide', about: 'anna' } }])
      expect(shares.map(({ name }) => name)).toEqual(['Photos', 'anna'])
    } finally {
      await porthole.dispose({ graceMs: 0 })
    }
  })
})
