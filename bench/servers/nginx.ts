/** nginx of the distribution: the yardstick. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { run } from '../../build/run.mjs'
import { YARDSTICK } from './names'
import type { Place, ServerKind } from './server'

export const NGINX: ServerKind = nginx(YARDSTICK, {})
export const NGINX_WITHOUT_SENDFILE: ServerKind = nginx('nginx, sendfile off', { sendfile: 'off' })
export const NGINX_LOGGING: ServerKind = nginx('nginx, access_log on', { log: true })

interface NginxOptions {
  readonly sendfile?: 'on' | 'off'
  readonly log?: boolean
}

function nginx(name: string, options: NginxOptions): ServerKind {
  return {
    name,
    family: 'nginx',
    version: async () => {
      const { code, output } = await run('nginx', ['-v'], { quiet: true })
      return code === 0 ? /nginx\/(\S+)/.exec(output)?.[1] : undefined
    },
    prepare: async (place) => {
      const file = join(place.scratch, 'nginx.conf')
      await writeFile(file, nginxConfiguration(place, options))
      return { command: 'nginx', args: ['-p', place.scratch, '-e', join(place.scratch, 'error.log'), '-c', file] }
    },
  }
}

/**
 * Writes its configuration: one worker, as the others have one thread, and no limit that a load generator would meet.
 * `open_file_cache` stays off, as it is unless asked for: with it, answers may be stale.
 */
export function nginxConfiguration(
  { folder, scratch, port }: Omit<Place, 'port'> & { readonly port: number | 'PORT' },
  { sendfile = 'on', log = false }: NginxOptions = {},
): string {
  // The worker of a root's nginx is somebody else, who may not read a temporary folder.
  const user = getuid?.() === 0 ? 'user root;\n' : ''
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `  ${kind}_temp_path ${scratch}/${kind};\n`)
    .join('')
  return `${user}daemon off;
worker_processes 1;
pid ${scratch}/nginx.pid;
error_log ${scratch}/error.log;
worker_rlimit_nofile 16384;
events { worker_connections 8192; }
http {
${temporary}  types { text/plain txt; text/html html; }
  default_type application/octet-stream;
  sendfile ${sendfile};
  tcp_nopush on;
  keepalive_timeout 75s;
  keepalive_requests 1000000000;
  access_log ${log ? `${scratch}/access.log` : 'off'};
  server {
    listen 127.0.0.1:${String(port)} backlog=1024;
    root ${folder};
    autoindex on;
  }
}
`
}
