/** What no page may do, whatever happens to be in it: leave, open windows, embed others, or ask for the system's powers. */
import { app, session } from 'electron'
import type { Event, WebContents } from 'electron'
import { isOwnPage } from './origin'

/** Puts the guards on every page that is ever made, ours included. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    guardNavigation(contents)
  })
}

/** Denies every permission but writing text to the clipboard from our own page. Needs the app to be ready. */
export function guardPermissions(): void {
  const mayUse = (permission: string, url: string): boolean =>
    permission === 'clipboard-sanitized-write' && isOwnPage(url)
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((contents, permission, callback) => {
    callback(mayUse(permission, contents.getURL()))
  })
  defaultSession.setPermissionCheckHandler((contents, permission, origin) =>
    mayUse(permission, contents?.getURL() ?? origin),
  )
  defaultSession.setDevicePermissionHandler(() => false)
}

function guardNavigation(contents: WebContents): void {
  const refuse = (event: Event): void => {
    event.preventDefault()
  }
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
