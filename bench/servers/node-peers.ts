/** Node servers of the registry, each with the options that its README gives for a folder: caches on, no log, no gzip. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ROOT } from '../../build/run.mjs'
import type { Place, ServerKind } from './server'

const PEERS = join(ROOT, 'bench/peers')

export const HTTP_SERVER = npmPeer('http-server', {
  script: 'node_modules/http-server/bin/http-server',
  args: ({ folder, port }) => [folder, '-p', String(port), '-a', '127.0.0.1', '--silent'],
})

export const SERVE = npmPeer('serve', {
  script: 'node_modules/serve/build/main.js',
  args: ({ folder, port }) => [
    ...['--listen', `tcp://127.0.0.1:${String(port)}`, '--no-clipboard', '--no-request-logging'],
    ...['--no-compression', '--no-port-switching', folder],
  ],
})

/** `--etag`, because without it nothing can be asked again conditionally. */
export const SIRV = npmPeer('sirv-cli', {
  name: 'sirv',
  script: 'node_modules/sirv-cli/bin.js',
  args: ({ folder, port }) => [folder, '--host', '127.0.0.1', '--port', String(port), '--quiet', '--etag'],
})

export const FASTIFY = npmPeer('@fastify/static', {
  name: 'fastify',
  script: 'fastify-static.mjs',
  args: ({ folder, port }) => [folder, String(port)],
})

const hfs = npmPeer('hfs', {
  script: 'node_modules/hfs/src/index.js',
  args: ({ scratch }) => ['--cwd', scratch],
})

/** It has no option for a folder: its configuration names one. */
export const HFS: ServerKind = {
  ...hfs,
  prepare: async (place) => {
    const lines = [
      `port: ${String(place.port)}`,
      'listen_interface: 127.0.0.1',
      'open_browser_at_start: false',
      'auto_check_update: false',
      "log: ''",
      "error_log: ''",
      `vfs: { source: ${JSON.stringify(place.folder)} }`,
    ]
    await writeFile(join(place.scratch, 'config.yaml'), `${lines.join('\n')}\n`)
    return hfs.prepare(place)
  },
}

function npmPeer(
  packageName: string,
  peer: {
    readonly name?: string
    readonly script: string
    readonly args: (place: Place) => readonly string[]
  },
): ServerKind {
  return {
    name: peer.name ?? packageName,
    family: 'node',
    version: async () => {
      const file = join(PEERS, 'node_modules', packageName, 'package.json')
      const text = await readFile(file, 'utf8').catch(() => undefined)
      return text === undefined ? undefined : (JSON.parse(text) as { version: string }).version
    },
    prepare: async (place) => ({
      command: process.execPath,
      args: [join(PEERS, peer.script), ...peer.args(place)],
      cwd: place.scratch,
    }),
  }
}
