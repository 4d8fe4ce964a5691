/**
 * A make-believe Electron distribution: just enough files for electron-builder to pack the app where the real one
 * cannot be downloaded. Its binaries do nothing, but carry what packing changes: the fuse wire, and on Windows a
 * version resource.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SENTINEL } from '@electron/fuses/dist/constants.js'
// Brought along by electron-builder, which edits Windows executables with it.
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

export type PackedPlatform = 'linux' | 'mac' | 'windows'

/** Language and code page of the version resource: American English, in Unicode. */
const LANGUAGE = { lang: 1033, codepage: 1200 }

/**
 * The wire as Electron 45 ships it: a sentinel to find it by, version 1, nine fuses, `1` for on and `0` for off.
 * https://www.electronjs.org/docs/latest/tutorial/fuses#the-hard-way
 */
const FUSE_WIRE = Buffer.concat([
  Buffer.from(SENTINEL),
  Buffer.from([1, 9]),
  Buffer.from('100011001'),
  // Room behind it, so that a reader of fixed size does not run off the end.
  Buffer.alloc(64),
])

/**
 * Writes the distribution of a platform into a folder.
 *
 * @param version the Electron version it pretends to be
 */
export async function writeFakeDistribution(
  folder: string,
  { platform, version }: { readonly platform: PackedPlatform; readonly version: string },
): Promise<void> {
  const files = { ...commonFiles(version), ...PLATFORM_FILES[platform](version) }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content, { mode: 0o755 })
  }
}

type Files = Readonly<Record<string, string | Buffer>>

const PLATFORM_FILES: Readonly<Record<PackedPlatform, (version: string) => Files>> = {
  linux: () => ({
    electron: Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n'), FUSE_WIRE]),
    'chrome-sandbox': '',
    'locales/en-US.pak': '',
    'locales/zh-CN.pak': '',
    'locales/de.pak': '',
  }),
  windows: (version) => ({
    'electron.exe': Buffer.concat([emptyExecutable(version), FUSE_WIRE]),
    'locales/en-US.pak': '',
    'locales/zh-CN.pak': '',
  }),
  mac: macFiles,
}

function commonFiles(version: string): Files {
  return { version, LICENSE: 'stand-in', 'LICENSES.chromium.html': 'stand-in' }
}

/** A Windows program without code, but with the version resource that electron-builder rewrites. */
function emptyExecutable(version: string): Buffer {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const executable = NtExecutable.createEmpty(false, false)
  const resources = NtExecutableResource.from(executable)
  const versionInfo = Resource.VersionInfo.createEmpty()
  versionInfo.lang = LANGUAGE.lang
  versionInfo.setFileVersion(major, minor, patch, 0, LANGUAGE.lang)
  versionInfo.setStringValues(LANGUAGE, { ProductName: 'Electron', FileDescription: 'Electron' })
  versionInfo.outputToResourceEntries(resources.entries)
  resources.outputResource(executable)
  return Buffer.from(executable.generate())
}

function macFiles(): Files {
  const app = 'Electron.app/Contents'
  const framework = `${app}/Frameworks/Electron Framework.framework`
  const files: Record<string, string | Buffer> = {
    [`${app}/Info.plist`]: propertyList('com.github.Electron', 'Electron'),
    [`${app}/MacOS/Electron`]: '',
    [`${app}/Resources/en.lproj/locale.pak`]: '',
    [`${app}/Resources/zh_CN.lproj/locale.pak`]: '',
    // On macOS the fuses are in the framework, not in the program.
    [`${framework}/Electron Framework`]: FUSE_WIRE,
    [`${framework}/Versions/A/Resources/en.lproj/locale.pak`]: '',
    [`${framework}/Versions/A/Resources/zh_CN.lproj/locale.pak`]: '',
  }
  for (const kind of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const name = `Electron Helper${kind}`
    files[`${app}/Frameworks/${name}.app/Contents/Info.plist`] = propertyList('com.github.Electron.helper', name)
    files[`${app}/Frameworks/${name}.app/Contents/MacOS/${name}`] = ''
  }
  return files
}

function propertyList(identifier: string, executable: string): string {
  const pairs = { CFBundleIdentifier: identifier, CFBundleExecutable: executable, CFBundleName: executable }
  const body = Object.entries(pairs).map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
  return `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${body.join('')}</dict></plist>`
}
