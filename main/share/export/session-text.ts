/**
 * The log as a session, which this program opens again: one JSON text on each line. The first says what the file is,
 * then come the clients, then the exchanges with their heads as base64, and the last line says that nothing is missing.
 * `renderer/exchange/saved-session.ts` reads it; whoever changes one looks at the other.
 */
import type { ExportSource } from './exported-exchange'

/** Goes up when an older program could no longer read the file. */
export const SESSION_VERSION = 1

/** Gives the file's text, a line at a time. */
export function* sessionText({ program, at, count, exchanges, clients }: ExportSource): Generator<string> {
  yield line({ porthole: 'session', version: SESSION_VERSION, program: program.version, savedAt: at, exchanges: count })
  for (const client of clients) yield line({ client })
  let written = 0
  for (const { detail } of exchanges) {
    yield line({ exchange: detail })
    written += 1
  }
  yield line({ end: written })
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}
