/**
 * The fuses of the packed Electron: switches in its binary that no argument and no environment can turn back.
 * electron-builder calls `afterPack` (electron-builder.yml) before it signs; test/packaging reads the result back.
 */
import { FuseV1Options, FuseVersion } from '@electron/fuses'

/**
 * Each fuse with the state it ships in. https://www.electronjs.org/docs/latest/tutorial/fuses
 *
 * @satisfies {import('@electron/fuses').FuseConfig}
 */
export const FUSES = {
  version: FuseVersion.V1,
  // The app must not become a Node that runs whatever an attacker passes it.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Only our archive, and only as it was packed.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // The window comes over app://, so file:// pages need no privileges.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
}

/**
 * Sets the fuses in an app that has just been packed.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack(context) {
  await context.packager.addElectronFuses(context, {
    ...FUSES,
    // A changed binary has a broken signature, and Apple silicon starts none of those; a real identity signs over it.
    resetAdHocDarwinSignature: context.electronPlatformName === 'darwin' && process.platform === 'darwin',
  })
}
