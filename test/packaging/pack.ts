import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Arch, build, Platform, type Configuration } from 'electron-builder'
import { load } from 'js-yaml'
import { writeFakeDistribution, type PackedPlatform } from './fake-distribution'

const ROOT = join(import.meta.dirname, '../..')

/** Where things are in an app that has been packed into a folder. */
export interface PackedApp {
  readonly archive: string
  /** The file that holds the fuses. */
  readonly fuses: string
  readonly resources: string
  readonly executable: string
  /** Everything that was made; whoever packs removes it. */
  readonly scratch: string
}

const TARGETS = {
  linux: { target: Platform.LINUX, folder: 'linux-unpacked', executable: 'porthole', resources: 'resources' },
  windows: { target: Platform.WINDOWS, folder: 'win-unpacked', executable: 'Porthole.exe', resources: 'resources' },
  mac: {
    target: Platform.MAC,
    folder: 'mac',
    executable: 'Porthole.app/Contents/MacOS/Porthole',
    resources: 'Porthole.app/Contents/Resources',
  },
}

/** Gives electron-builder.yml as it stands. */
export async function readConfiguration(): Promise<Configuration> {
  return load(await readFile(join(ROOT, 'electron-builder.yml'), 'utf8')) as Configuration
}

/** Packs what is in out/ for a platform, as `npm run dist` does, but over a make-believe Electron and into no installer. */
export async function pack(platform: PackedPlatform): Promise<PackedApp> {
  const scratch = await mkdtemp(join(tmpdir(), `porthole-${platform}-`))
  const distribution = join(scratch, 'electron')
  await writeFakeDistribution(distribution, { platform, version: await electronVersion() })

  const { target, folder, executable, resources } = TARGETS[platform]
  await build({
    projectDir: ROOT,
    publish: 'never',
    targets: target.createTarget('dir', Arch.x64),
    config: {
      ...(await readConfiguration()),
      electronDist: distribution,
      directories: { buildResources: 'build', output: scratch },
    },
  })
  const packed = join(scratch, folder)
  return {
    scratch,
    archive: join(packed, resources, 'app.asar'),
    // @electron/fuses finds the framework by the name of the app on macOS.
    fuses: platform === 'mac' ? join(packed, 'Porthole.app') : join(packed, executable),
    resources: join(packed, resources),
    executable: join(packed, executable),
  }
}

async function electronVersion(): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    readonly devDependencies: { readonly electron: string }
  }
  return devDependencies.electron
}
