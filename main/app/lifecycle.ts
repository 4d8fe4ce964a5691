/** From launch to quit: one instance, the paths it is handed, and an end that leaves nothing behind. */
import { app, dialog } from 'electron'
import { join } from 'node:path'
import { commandArguments } from '../../preload/contract'
import { namedPaths } from './command-line'
import { Desktop } from './desktop'
import type { OpenPorthole } from './desktop'
import { guardPages, guardPermissions } from './guards'
import { registerScheme, serveRenderer } from './protocol'
import { catchUnexpected } from './unexpected-errors'

/** What a second launch hands to the first. */
interface Handover {
  readonly paths: readonly string[]
}

/** Runs the app. Called once, before it is ready: some guards can only be put in place then. */
export function runApp(openPorthole: OpenPorthole): void {
  app.enableSandbox()
  registerScheme()
  guardPages()
  const argv = process.argv
  const ofSources = process.defaultApp
  const handover: Handover = { paths: namedPaths({ argv, workingDirectory: process.cwd(), ofSources }) }
  if (app.requestSingleInstanceLock(handover)) void start(openPorthole, handover.paths)
  else app.quit()
}

async function start(openPorthole: OpenPorthole, paths: readonly string[]): Promise<void> {
  const requests = pathRequests()
  requests.add(paths)
  const errors: unknown[] = []
  let report = (error: unknown): void => void errors.push(error)
  catchUnexpected((error) => {
    report(error)
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  await app.whenReady()
  app.setAboutPanelOptions({ applicationName: 'Porthole', applicationVersion: app.getVersion() })
  guardPermissions()
  serveRenderer(join(app.getAppPath(), 'out', 'renderer'))
  try {
    const desktop = await Desktop.open(openPorthole)
    closeBeforeQuit(desktop)
    report = (error) => {
      desktop.reportUnexpected(error)
    }
    errors.forEach(report)
    requests.serve(desktop)
  } catch (error) {
    // There is no window to say it in.
    dialog.showErrorBox('Porthole cannot start', String(error))
    app.exit(1)
  }
}

/** Keeps what shall be shared until there is somebody to share it. */
function pathRequests(): { add(paths: readonly string[]): void; serve(desktop: Desktop): void } {
  let waiting: readonly string[] = []
  let desktop: Desktop | undefined
  const add = (paths: readonly string[]): void => {
    if (desktop === undefined) waiting = [...waiting, ...paths]
    else void desktop.share(paths)
  }
  app.on('second-instance', (_event, ...[_argv, _workingDirectory, handover]) => {
    add(readHandover(handover))
    desktop?.raise()
  })
  // macOS: dropped on the icon, or chosen under "Open with".
  app.on('open-file', (event, path) => {
    event.preventDefault()
    add([path])
    desktop?.raise()
  })
  return {
    add,
    serve: (opened) => {
      desktop = opened
      add(waiting)
      waiting = []
    },
  }
}

/** Comes from another process of the same person, so it is read like anything else that comes from outside. */
function readHandover(handover: unknown): readonly string[] {
  const { paths } = (handover ?? {}) as Partial<Record<keyof Handover, unknown>>
  return Array.isArray(paths) && paths.length > 0 ? commandArguments.openPaths(paths) : []
}

/** Quits only once everything is closed, however often it is asked meanwhile. */
function closeBeforeQuit(desktop: Desktop): void {
  let state: 'open' | 'closing' | 'closed' = 'open'
  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    void desktop.close().finally(() => {
      state = 'closed'
      app.quit()
    })
  })
}
