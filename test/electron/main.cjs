'use strict'
/**
 * Behaves like `electron [flags] <app> [arguments]`, for tests on machines without the Electron binary: this Node is the
 * main process, an installed Chromium is the renderer. It speaks the two debugging protocols that Playwright's
 * `_electron.launch` waits for, so that one spec drives it and the real Electron alike. See README.md for what it lacks.
 */
const fs = require('node:fs')
const inspector = require('node:inspector')
const Module = require('node:module')
const os = require('node:os')
const path = require('node:path')
const { App } = require('./app.cjs')
const { makeBrowserWindow } = require('./browser-window.cjs')
const { Cdp, startChromium } = require('./cdp.cjs')
const { IpcMain } = require('./ipc-main.cjs')
const { VERSION, readLaunchArguments } = require('./launch-arguments.cjs')
const { loud } = require('./loud.cjs')
const { makeMenu, MenuItem } = require('./menu.cjs')
const { NativeTheme } = require('./native-theme.cjs')
const { ProtocolModule } = require('./protocol.cjs')
const system = require('./system.cjs')

const words = process.argv.slice(2)
if (words.includes('--version')) {
  console.log(`v${VERSION} (stand-in)`)
  process.exit(0)
}
const launch = readLaunchArguments(words)
Object.assign(process.versions, { electron: VERSION, chrome: '0' })
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: path.dirname(launch.appPath) })
process.argv = [process.argv[1] ?? 'electron', ...words]
console.error(`The Electron stand-in runs ${launch.appPath} on Node ${process.versions.node}: this is not Electron`)

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-standin-'))
/** @type {import('node:child_process').ChildProcess | undefined} */
let chromium
/** @type {Cdp | undefined} */
let connection

const app = new App(launch, { windows: () => BrowserWindow.getAllWindows(), end })
const nativeTheme = new NativeTheme()
const ipcMain = new IpcMain()
const protocol = new ProtocolModule(app)
const session = { defaultSession: loud('session', new system.Session()) }
/** @type {import('./web-contents.cjs').Standin['contents']} */
const contents = new Map()
const standin = {
  app,
  protocol,
  ipcMain,
  nativeTheme,
  contents,
  session: session.defaultSession,
  get cdp() {
    if (connection === undefined) throw new Error('Chromium has not started yet')
    return connection
  },
}
const BrowserWindow = makeBrowserWindow(standin)
nativeTheme.on('updated', () => {
  for (const window of BrowserWindow.getAllWindows()) void window.contents.followTheme().catch(() => undefined)
})

const webContents = {
  getAllWebContents: () => [...contents.values()],
  fromId: (/** @type {number} */ id) => contents.get(id),
  // Playwright finds a page's window by it.
  fromDevToolsTargetId: (/** @type {string} */ id) => [...contents.values()].find((each) => each.targetId === id),
}

const electron = loud('electron', {
  app: loud('app', app),
  BrowserWindow,
  clipboard: loud('clipboard', system.clipboard),
  dialog: loud('dialog', system.dialog),
  ipcMain,
  Menu: makeMenu(() => BrowserWindow.getFocusedWindow() ?? undefined),
  MenuItem,
  nativeTheme,
  powerMonitor: system.powerMonitor,
  protocol: loud('protocol', protocol),
  screen: loud('screen', system.screen),
  session,
  shell: loud('shell', system.shell),
  webContents,
})
answerRequire(electron)
void start()

/** Answers `require('electron')` in the app and in Playwright. @param {object} exported */
function answerRequire(exported) {
  const file = path.join(__dirname, '__electron__.cjs')
  const module = Object.assign(new Module(file), { exports: exported, filename: file, loaded: true })
  require.cache[file] = module
  const loader = /** @type {any} */ (Module)
  const resolve = loader._resolveFilename
  loader._resolveFilename = (/** @type {string} */ request, /** @type {unknown[]} */ ...rest) =>
    /^electron(\/main|\/common)?$/.test(request) ? file : resolve.call(Module, request, ...rest)
}

/** In the order that Playwright expects: debugger, app, Chromium, ready. */
async function start() {
  if (launch.inspect) inspector.open(0, '127.0.0.1', false)
  // Electron turns these signals into a proper quit.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => app.quit())
  process.on('exit', () => chromium?.kill('SIGKILL'))
  for (const preload of launch.preloads) require(preload)
  require(launch.entry)
  try {
    const started = await startChromium(profile, [`--lang=${app.getLocale()}`, `--accept-lang=${app.getLocale()}`])
    chromium = started.child
    connection = await Cdp.open(started.url)
    await connection.send('Target.setDiscoverTargets', { discover: true })
    if (launch.remoteDebugging) await announce(started.url)
    app.becomeReady()
  } catch (error) {
    console.error(error)
    end(1)
  }
}

/** @param {string} url */
async function announce(url) {
  process.stderr.write(`\nDevTools listening on ${url}\n`)
  // With its own loader Playwright holds `ready` back until it listens; without it, it needs a moment to.
  const graceMs = Number(process.env['STANDIN_GRACE_MS'] ?? 300)
  if (launch.preloads.length === 0) await new Promise((resolve) => setTimeout(resolve, graceMs))
}

/** @param {number} code */
function end(code) {
  const leave = () => {
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    process.exit(code)
  }
  const child = chromium
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
    leave()
    return
  }
  child.once('exit', () => setTimeout(leave, 50))
  connection?.send('Browser.close').catch(() => undefined)
  setTimeout(() => child.kill('SIGKILL'), connection === undefined ? 0 : 1000)
}
