/** Everybody who is compared, in the order of the report. */
import { NGINX, NGINX_LOGGING, NGINX_WITHOUT_SENDFILE } from './nginx'
import { FASTIFY, HFS, HTTP_SERVER, SERVE, SIRV } from './node-peers'
import { PORTHOLE, PORTHOLE_LOGGING, PORTHOLE_WATCHED, PORTHOLE_WINDOW } from './porthole'
import { PYTHON } from './python'
import type { ServerKind } from './server'

/** Who runs in every workload, unless `--peers` says otherwise. */
export const SERVERS: readonly ServerKind[] = [
  PORTHOLE,
  NGINX,
  NGINX_WITHOUT_SENDFILE,
  HTTP_SERVER,
  SERVE,
  SIRV,
  HFS,
  FASTIFY,
  PYTHON,
]

/** Who runs with `--quick`: the yardstick and the two fastest of Node. */
export const QUICK_SERVERS: readonly ServerKind[] = [PORTHOLE, NGINX, SIRV, FASTIFY]

/** Who runs where the cost of looking is measured. */
export const WATCHED_SERVERS: readonly ServerKind[] = [
  PORTHOLE,
  PORTHOLE_LOGGING,
  PORTHOLE_WINDOW,
  PORTHOLE_WATCHED,
  NGINX,
  NGINX_LOGGING,
]
