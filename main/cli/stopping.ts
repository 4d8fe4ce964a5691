/** How the program ends: once in peace, and at once when asked again. */

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** What a shell reports for a program that an interrupt has ended. */
const INTERRUPTED = 130

/**
 * Resolves with the first signal that asks us to stop. The second one ends the process where it stands.
 *
 * SIGHUP comes when the terminal is closed; a program started by `nohup` does not hear it at all.
 */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false
    const stop = (): void => {
      if (isStopping) process.exit(INTERRUPTED)
      isStopping = true
      resolve()
    }
    for (const signal of SIGNALS) process.on(signal, stop)
  })
}
