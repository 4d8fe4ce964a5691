/** What a client may cost. Each number can be changed while the server runs; it counts from the next time it is looked at. */
export interface ServerLimits {
  /** Connections at once, from everybody. */
  readonly maxConnections: number
  /** Connections at once from one remote address. */
  readonly maxConnectionsPerClient: number
  /** From the first octet of a request to the end of its head, however steadily the octets come. */
  readonly headTimeoutMs: number
  /** Without a request: after the connection has opened, and after each response. */
  readonly idleTimeoutMs: number
  /** Without one octet of request content while the handler waits for it. */
  readonly contentStallMs: number
  /** Without the client taking one octet of the response. */
  readonly readerStallMs: number
  /** After the last response, for the client to read it and to close. */
  readonly lingerMs: number
  /** Octets that are taken in and dropped during that time. */
  readonly lingerBytes: number
  /** What a client that is turned away is told to wait. */
  readonly retryAfterSeconds: number
  /** Memory for the responses under way, all connections together. */
  readonly bufferBytes: number
}

const MIB = 1024 * 1024

export const DEFAULT_LIMITS: ServerLimits = {
  // Below the 4,096 files that a share opens at most, so that every connection that was let in can be served a file;
  // above the 2,000 idle connections that must not hurt anyone.
  maxConnections: 4000,
  // A class of thirty behind one router, each with sixteen segments, is 480. One address alone can never take all.
  maxConnectionsPerClient: 2400,
  // A head of 16 KiB needs 15 s at 9 kbit/s: whoever is slower than any modem is not reading our answer either.
  headTimeoutMs: 15_000,
  // Longer than a browser pauses between a page and what it shows; peers keep 5 s (Node) to 75 s (nginx).
  idleTimeoutMs: 15_000,
  // An upload over a bad wireless link recovers within a few retransmissions, which double up to about 25 s.
  contentStallMs: 30_000,
  // A player that has buffered enough, or a laptop that sleeps, comes back; nginx waits as long (send_timeout).
  readerStallMs: 60_000,
  // nginx waits as long for each read (lingering_timeout); an answer of one page is read within a round trip.
  lingerMs: 5000,
  // What a fast client sends of an upload before it notices that it was refused.
  lingerBytes: 64 * MIB,
  // Long enough that a refused client does not add to the load, short enough that a person still waits.
  retryAfterSeconds: 10,
  // Measured: enough for full speed on 16 connections at once, and small beside an Electron window.
  bufferBytes: 64 * MIB,
}

/** Descriptors that are not for clients: libuv's, the window's and the log's, and a folder that is being listed. */
const RESERVED_DESCRIPTORS = 64

/**
 * Gives how many connections the system's descriptors allow: each client may need one for its socket and one for its
 * file. An accept that finds none left is survived (libuv closes it), but the client would see a broken connection
 * where a 503 tells it to come again.
 *
 * @param descriptors the process's limit; undefined where the system has none
 */
export function connectionsWithin(descriptors: number | undefined): number {
  if (descriptors === undefined) return Infinity
  const reserved = Math.min(RESERVED_DESCRIPTORS, descriptors / 2)
  return Math.max(1, Math.floor((descriptors - reserved) / 2))
}

/** Asks the system how many descriptors this process may have open; undefined where there is no limit, as on Windows. */
export function descriptorLimit(): number | undefined {
  const report = process.report.getReport() as { userLimits?: { open_files?: { soft?: unknown } } }
  const soft = Number(report.userLimits?.open_files?.soft)
  return Number.isFinite(soft) ? soft : undefined
}
