/** Disks that are really full and really go: what `machine-faults.test.ts` and others make up, on a disk of 64 KiB. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Porthole } from '../../main/share/porthole'
import { RawClient } from '../support/raw-client'
import { noTinyDisk, TinyDisk } from '../support/tiny-disk'

describe.skipIf(noTinyDisk !== undefined)(`On a disk of its own${noTinyDisk ? ` (${noTinyDisk})` : ''}`, () => {
  let place: string
  let disk: TinyDisk
  let porthole: Porthole
  /** Where the next export goes. */
  let savePlace: string

  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'porthole-disks-'))
    disk = new TinyDisk(join(place, 'disk'))
    savePlace = join(disk.path, 'log.har')
    porthole = await Porthole.open({
      machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
      shell: { kind: 'desktop', chooseSavePlace: async () => savePlace },
      settingsFile: join(disk.path, 'settings.json'),
      settings: { port: 0, reach: 'this-computer' },
      lookUpName: async () => null,
    })
  })

  afterEach(async () => {
    await porthole.dispose({ graceMs: 0 })
    disk.unmount()
    await rm(place, { recursive: true, force: true })
  })

  const snapshot = () => porthole.commands.takeSnapshot(undefined)

  async function get(target: string) {
    const client = await RawClient.connect(porthole.serving.port ?? 0)
    client.send(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)
    const { status, content } = await client.readResponse()
    client.close()
    return [status, content.toString()]
  }

  describe('that is full', () => {
    beforeEach(async () => {
      await writeFile(join(place, 'a.txt'), 'ALPHA\n')
      await porthole.commands.openPaths([join(place, 'a.txt')])
      await porthole.commands.changeSettings({ theme: 'light' })
    })

    it('settings are told to be unwritable, keep what they held on disk, and are written once there is room', async () => {
      const file = join(disk.path, 'settings.json')
      await expect.poll(() => readFile(file, 'utf8')).toContain('"light"')
      await disk.fill()
      await porthole.commands.changeSettings({ theme: 'dark' })
      const notices = async () => (await snapshot()).notices
      await expect.poll(notices).toMatchObject([{ fault: { code: 'settings-unwritable', about: 'ENOSPC' } }])
      expect([await readFile(file, 'utf8'), porthole.settings.theme]).toEqual([
        expect.stringContaining('"light"') as string,
        'dark',
      ])
      expect(await get('/a.txt')).toEqual([200, 'ALPHA\n'])

      await disk.makeRoom()
      await porthole.commands.changeSettings({ density: 'compact' })
      await expect.poll(() => readFile(file, 'utf8')).toMatch(/"theme": "dark",[^]*"density": "compact"/)
    })

    it('an export is told to have failed, leaves nothing behind, and serving goes on', async () => {
      expect(await get('/a.txt')).toEqual([200, 'ALPHA\n'])
      await disk.fill()
      const refused = await porthole.commands.exportLog({ format: 'har', ids: null })
      expect(refused).toMatchObject({ ok: false, fault: { about: 'log.har' } })
      await expect(readFile(savePlace)).rejects.toMatchObject({ code: 'ENOENT' })
      expect(await get('/a.txt')).toEqual([200, 'ALPHA\n'])

      await disk.makeRoom()
      expect(await porthole.commands.exportLog({ format: 'har', ids: null })).toMatchObject({
        ok: true,
        value: { kind: 'saved', name: 'log.har' },
      })
    })
  })

  describe('that is shared and taken away', () => {
    const stateOf = async () => (await snapshot()).shares[0]?.state

    it('is 503 and shown as vanished, shows nothing of what lay under it, and is served again when it is back', async () => {
      const drive = new TinyDisk(join(place, 'drive'))
      try {
        await writeFile(join(drive.path, 'a.txt'), 'ON THE DRIVE\n')
        await porthole.commands.openPaths([drive.path])
        expect(await get('/a.txt')).toEqual([200, 'ON THE DRIVE\n'])

        drive.unmount()
        await writeFile(join(drive.path, 'a.txt'), 'UNDER THE DRIVE\n')
        for (const target of ['/a.txt', '/']) {
          const [status, content] = await get(target)
          expect([status, String(content).includes('UNDER')]).toEqual([503, false])
        }
        await expect.poll(stateOf, { timeout: 10_000 }).toBe('vanished')

        drive.mount()
        await writeFile(join(drive.path, 'a.txt'), 'BACK AGAIN\n')
        expect(await get('/a.txt')).toEqual([200, 'BACK AGAIN\n'])
        await expect.poll(stateOf, { timeout: 10_000 }).toBe('available')
      } finally {
        drive.unmount()
      }
    })
  })
})
