/** Errors that nobody caught: the app lives on, serving goes on, and the person is told. */

/**
 * Hands every uncaught error to `tell` from now on. Without this Electron would show a dialog for each, and Node would
 * end the process.
 */
export function catchUnexpected(tell: (error: unknown) => void): void {
  process.on('uncaughtException', tell)
  process.on('unhandledRejection', tell)
}
