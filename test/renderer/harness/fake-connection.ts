import type { ConnectionDetail, ConnectionView } from '../../../preload/connection-views'
import type { ExchangeRow } from '../../../preload/views'

/** A connection as main would tell of it, from the rows that were carried on it. */
export function fakeConnection(id: number, rows: readonly ExchangeRow[]): ConnectionDetail | null {
  const carried = rows.filter(({ connectionId }) => connectionId === id)
  const [first] = carried
  if (first === undefined) return null
  const ids = new Set(
    rows.filter(({ clientId }) => clientId === first.clientId).map(({ connectionId }) => connectionId),
  )
  const others = Array.from(ids).filter((each) => each !== id)
  return {
    connection: view(id, carried),
    others: others.map((each) =>
      view(
        each,
        rows.filter(({ connectionId }) => connectionId === each),
      ),
    ),
    known: ids.size,
    extraHandshakes: 0,
  }
}

function view(id: number, rows: readonly ExchangeRow[]): ConnectionView {
  const last = rows.at(-1)
  const isOpen = last === undefined || last.elapsedMs === null
  const endedAt = isOpen ? null : last.at + last.elapsedMs
  return {
    id,
    clientId: rows[0]?.clientId ?? 0,
    remoteAddress: '192.168.1.31',
    remotePort: 50_400 + id,
    localAddress: '192.168.1.20',
    localPort: 8080,
    openedAt: (rows[0]?.at ?? 0) - 2,
    halfClosedAt: endedAt,
    closedAt: endedAt === null ? null : endedAt + 5000,
    cause: isOpen ? null : last.state === 'aborted-by-client' ? 'client-reset' : 'client-closed',
    manner: isOpen ? null : last.state === 'aborted-by-client' ? 'reset' : 'fin',
    exchanges: rows.length,
    pipelined: rows.filter(({ queuedMs }) => queuedMs !== undefined).length,
    receivedBytes: isOpen ? null : 200 * rows.length,
    sentBytes: isOpen ? null : rows.reduce((sum, { sentBytes }) => sum + sentBytes + 250, 0),
    lane: rows.map((row) => ({
      id: row.id,
      ordinal: row.ordinal,
      at: row.at,
      queuedMs: row.queuedMs ?? null,
      firstByteMs: row.firstByteMs,
      elapsedMs: row.elapsedMs,
      method: row.method,
      target: row.target,
      state: row.state,
      status: row.status,
      sentBytes: row.sentBytes,
    })),
  }
}
