/** Joins the `app:` scheme to the built renderer. */
import { protocol } from 'electron'
import { HOST, SCHEME } from './origin'
import { rendererAssets } from './renderer-assets'

/**
 * Makes `app:` a scheme with an origin, like `https:`. Electron accepts this only before the app is ready.
 *
 * Nothing else is granted: no service workers, no way around the content security policy.
 */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true } }])
}

/**
 * Answers the scheme from a folder, once the app is ready.
 *
 * @param folder absolute path of the built renderer
 */
export function serveRenderer(folder: string): void {
  protocol.handle(SCHEME, rendererAssets(folder, HOST))
}
