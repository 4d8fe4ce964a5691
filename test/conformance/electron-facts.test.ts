/** What the window must never be able to do, read from the sources: each line is a fact that nobody may undo unseen. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { FUSES } from '../../build/fuses.mjs'
import { rendererAssets } from '../../main/app/renderer-assets'
import packageJson from '../../package.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '../..')

function textsBelow(folder: string, names: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && names.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

const FOLDERS = ['main', 'preload', 'renderer', 'build']
/** All that runs, without its comments. */
const code = FOLDERS.flatMap((folder) => textsBelow(folder, /\.(?:ts|mjs|svelte)$/))
  .join('\n')
  .replace(/\/\*[^]*?\*\/|(^|\s)\/\/[^\n]*/g, '$1')
const pages = textsBelow('renderer', /\.html$/).join('\n')

describe('Nowhere in the sources', () => {
  it.each([
    ['is context isolation turned off', /contextIsolation\s*:\s*false/],
    ['does a page get Node', /nodeIntegration(?:InWorker|InSubFrames)?\s*:\s*true/],
    ['is the sandbox left', /sandbox\s*:\s*false|no-sandbox/],
    ['is web security turned off', /webSecurity\s*:\s*false/],
    ['is insecure content allowed', /allowRunningInsecureContent\s*:\s*true/],
    ['are experimental features turned on', /experimentalFeatures\s*:\s*true|enableBlinkFeatures/],
    ['is there a webview', /webviewTag\s*:\s*true|<webview/],
    ['is a page loaded from a file', /loadFile\(|['"`]file:\/\//],
    ['is ipcRenderer given to a page', /exposeInMainWorld\([^)]*ipcRenderer\s*[,)}]/],
    ['is the remote module used', /@electron\/remote/],
    ['does a string become markup', /\{@html|innerHTML\s*=|insertAdjacentHTML|document\.write\(/],
    ['does a string become code', /\beval\(|new Function\(|require\(['"](?:node:)?vm|from ['"](?:node:)?vm['"]/],
    ['are warnings about security silenced', /ELECTRON_DISABLE_SECURITY_WARNINGS/],
    ['are certificates taken without a check', /ignore-certificate-errors|setCertificateVerifyProc\([^)]*callback\(0/],
  ])('%s', (_, pattern) => {
    expect(code).not.toMatch(pattern)
    expect(pages).not.toMatch(pattern)
  })

  it('does a page fetch from elsewhere', () => {
    expect(pages).not.toMatch(/(?:src|href)=["']https?:/)
  })
})

describe('The app', () => {
  it.each([
    ['puts every page into the sandbox', /\benableSandbox\(\)/],
    ['isolates its window', /contextIsolation: true/],
    ['guards navigation', /'will-navigate'/],
    ['guards redirections', /'will-redirect'/],
    ['guards frames of others', /'will-attach-webview'/],
    ['denies new windows', /setWindowOpenHandler\(\(\) => \(\{ action: 'deny' \}\)\)/],
    ['answers requests for permissions', /setPermissionRequestHandler/],
    ['answers questions for permissions', /setPermissionCheckHandler/],
    ['looks at the frame that sends a command', /senderFrame/],
    ['serves its page by a scheme of its own', /protocol\.handle\(/],
    ['survives what nobody caught', /'uncaughtException'[^]*'unhandledRejection'/],
  ])('%s', (_, pattern) => {
    expect(code).toMatch(pattern)
  })

  it('takes commands in one place, and opens other programs in one', () => {
    expect(code.match(/ipcMain\.(?:handle|on)\(/g)).toHaveLength(1)
    expect(code.match(/\bopenExternal\(/g)).toHaveLength(1)
  })

  it('is built on one exact version of Electron', () => {
    expect(packageJson.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  })

  it('is packed with every fuse set', () => {
    expect(FUSES).toMatchObject({
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
    })
  })

  it('gives its page a policy that allows nothing but its own files', async () => {
    const answer = await rendererAssets(join(ROOT, 'renderer'), 'porthole')(new Request('app://porthole/index.html'))
    expect(policyOf(answer)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'font-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': "'none'",
    })
  })
})

function policyOf({ headers }: Response): Record<string, string> {
  const directives = headers.get('content-security-policy')?.split(';') ?? []
  return Object.fromEntries(
    directives.map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ')
      return [name, sources.join(' ')]
    }),
  )
}
