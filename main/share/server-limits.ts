import type { Limits } from '../../preload/settings'
import type { ServerLimits } from '../server/limits'

const SECOND_MS = 1000

/** The limits that a person may change. */
type ChangeableLimits = Pick<
  ServerLimits,
  'maxConnections' | 'maxConnectionsPerClient' | 'headTimeoutMs' | 'idleTimeoutMs' | 'contentStallMs' | 'readerStallMs'
>

/** Gives the server's limits for those of the settings; the server keeps its own for what no setting names. */
export function toServerLimits(limits: Limits): ChangeableLimits {
  return {
    maxConnections: limits.maxConnections,
    maxConnectionsPerClient: limits.maxConnectionsPerClient,
    headTimeoutMs: limits.headTimeoutSeconds * SECOND_MS,
    idleTimeoutMs: limits.idleTimeoutSeconds * SECOND_MS,
    contentStallMs: limits.contentTimeoutSeconds * SECOND_MS,
    readerStallMs: limits.readerTimeoutSeconds * SECOND_MS,
  }
}
