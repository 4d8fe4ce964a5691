/** Porthole itself: the built command, as it is and with more of it switched on. */
import { join } from 'node:path'
import { version } from '../../package.json'
import { ROOT } from '../../build/run.mjs'
import { openConsolePage } from './console-page'
import { OURS, OURS_WATCHED } from './names'
import type { ServerKind } from './server'

export const COMMAND = join(ROOT, 'out/headless/index.cjs')

export const PORTHOLE: ServerKind = porthole(OURS, ['--log', 'none'])

/** A line for each request. */
export const PORTHOLE_LOGGING: ServerKind = porthole('porthole --log json', ['--log', 'json'])
/** The window in a browser. */
export const PORTHOLE_WINDOW: ServerKind = {
  ...porthole('porthole --console', ['--log', 'none', '--console=0']),
  accompany: openConsolePage,
}
/** Both. */
export const PORTHOLE_WATCHED: ServerKind = {
  ...porthole(OURS_WATCHED, ['--log', 'json', '--console=0']),
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
