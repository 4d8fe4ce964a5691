/** Porthole itself: the built command, as it is and with more of it switched on. */
import { join } from 'node:path'
import { version } from '../../package.json'
import { ROOT } from '../../build/run.mjs'
import { openConsolePage } from './console-page'
import type { ServerKind } from './server'

export const COMMAND = join(ROOT, 'out/headless/index.cjs')

export const PORTHOLE: ServerKind = porthole('porthole', ['--log', 'none'])

/** What looking costs: a line for each request, and the window in a browser. */
export const PORTHOLE_LOGGING: ServerKind = porthole('porthole --log json', ['--log', 'json'])
export const PORTHOLE_WATCHED: ServerKind = {
  ...porthole('porthole --console', ['--log', 'none', '--console=0']),
  accompany: openConsolePage,
}

function porthole(name: string, options: readonly string[]): ServerKind {
  return {
    name,
    family: 'porthole',
    version: () => Promise.resolve(version),
    prepare: async ({ folder, port }) => ({
      command: process.execPath,
      args: [COMMAND, folder, '--port', String(port), '--host', '127.0.0.1', ...options],
    }),
  }
}
