import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { extractAll, extractFile, getRawHeader, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildIfStale } from '../../build/build.mjs'
import type { PackedPlatform } from './fake-distribution'
import { pack, type PackedApp } from './pack'

const ROOT = join(import.meta.dirname, '../..')
/** All that runs, and nothing else. */
const SHIPPED =
  /^\/(?:package\.json|out\/(?:main|preload|renderer)\/(?:index\.(?:cjs|html)|licenses\.md|assets\/[^/]+))$/
const REQUIRED = ['/out/main/index.cjs', '/out/preload/index.cjs', '/out/renderer/index.html', '/package.json']

const PLATFORMS: readonly PackedPlatform[] = ['linux', 'windows', 'mac']
const apps = {} as Record<PackedPlatform, PackedApp>

beforeAll(async () => {
  await buildIfStale()
  for (const platform of PLATFORMS) apps[platform] = await pack(platform)
})

afterAll(async () => {
  for (const { scratch } of Object.values(apps)) await rm(scratch, { recursive: true, force: true })
})

describe.each(PLATFORMS)('the app packed for %s', (platform) => {
  it('holds all that runs, and nothing else', () => {
    const files = filesOf(apps[platform].archive)
    expect(files.filter((file) => !SHIPPED.test(file))).toEqual([])
    expect(REQUIRED.filter((file) => !files.includes(file))).toEqual([])
  })

  it('describes itself without what is only for building', () => {
    const description: unknown = JSON.parse(extractFile(apps[platform].archive, 'package.json').toString())
    expect(description).toMatchObject({ name: 'porthole', productName: 'Porthole', main: 'out/main/index.cjs' })
    expect(description).not.toHaveProperty('devDependencies')
    expect(description).not.toHaveProperty('dependencies')
    expect(description).not.toHaveProperty('scripts')
  })

  it('has its fuses set', async () => {
    const { version, ...wire } = await getCurrentFuseWire(apps[platform].fuses)
    const states = Object.entries(wire).map(([fuse, state]) => [
      FuseV1Options[Number(fuse)],
      String.fromCharCode(Number(state)),
    ])
    expect(version).toBe('1')
    expect(Object.fromEntries(states)).toMatchObject({
      RunAsNode: '0',
      EnableNodeOptionsEnvironmentVariable: '0',
      EnableNodeCliInspectArguments: '0',
      GrantFileProtocolExtraPrivileges: '0',
      EnableEmbeddedAsarIntegrityValidation: '1',
      OnlyLoadAppFromAsar: '1',
      EnableCookieEncryption: '1',
    })
  })
})

describe('the app packed for windows', () => {
  let resources: NtExecutableResource

  beforeAll(async () => {
    const executable = await readFile(apps.windows.executable)
    resources = NtExecutableResource.from(NtExecutable.from(executable, { ignoreCert: true }))
  })

  it('has every size of the icon', () => {
    const [group] = Resource.IconGroupEntry.fromEntries(resources.entries)
    // One octet holds the width, and 0 stands for 256.
    const sizes = group?.icons.map(({ width }) => (width === 0 ? 256 : width))
    expect(sizes?.sort((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 72, 96, 128, 256])
  })

  it('carries the digest that its archive is checked against', () => {
    const entry = resources.entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
    expect(JSON.parse(Buffer.from(entry?.bin ?? new ArrayBuffer()).toString())).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: headerDigest(apps.windows.archive) },
    ])
  })

  it('names itself, not Electron', () => {
    const [version] = Resource.VersionInfo.fromEntries(resources.entries)
    expect(version?.getStringValues({ lang: 1033, codepage: 1200 })['ProductName']).toBe('Porthole')
  })
})

describe('the app packed for mac', () => {
  let propertyList: string

  beforeAll(async () => {
    propertyList = await readFile(join(apps.mac.resources, '../Info.plist'), 'utf8')
  })

  it('has the icon', async () => {
    expect(propertyList).toMatch(/<key>CFBundleIconFile<\/key>\s*<string>icon\.icns<\/string>/)
    const [packed, drawn] = [join(apps.mac.resources, 'icon.icns'), join(ROOT, 'build/icons/icon.icns')]
    expect((await readFile(packed)).equals(await readFile(drawn))).toBe(true)
  })

  it('carries the digest that its archive is checked against', () => {
    expect(propertyList).toContain('<key>Resources/app.asar</key>')
    expect(propertyList).toContain(`<string>${headerDigest(apps.mac.archive)}</string>`)
  })
})

describe('the app packed for linux', () => {
  it('keeps of Chromium the languages that the window speaks', async () => {
    expect(await readdir(join(apps.linux.resources, '../locales'))).toEqual(['en-US.pak', 'zh-CN.pak'])
  })

  it('comes out of its archive as it was built', async () => {
    // `npm test` names the place, and runs the window's smoke test on what it finds there.
    const folder = process.env.PORTHOLE_PACKED_APP ?? join(apps.linux.scratch, 'extracted')
    await mkdir(folder, { recursive: true })
    extractAll(apps.linux.archive, folder)
    const [extracted, built] = [join(folder, 'out/main/index.cjs'), join(ROOT, 'out/main/index.cjs')]
    expect((await readFile(extracted)).equals(await readFile(built))).toBe(true)
  })
})

/** Paths of the files in an archive, with `/` whatever the system. */
function filesOf(archive: string): string[] {
  const paths = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'))
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)))
}

/** The digest Electron computes when it opens an archive: SHA-256 of its header. */
function headerDigest(archive: string): string {
  return createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
}
