import type { ConnectionDetail, ConnectionView, LaneExchange } from '../../preload/connection-views'
import type { ConnectionRecord } from './connections'
import type { ExchangeRecord } from './exchange-record'
import { countExtraHandshakes } from './extra-handshakes'

/** More exchanges than these cannot be told apart in a lane; the newest are shown. */
const MOST_IN_LANE = 500
/** Beside the connection that is asked for, so many others of its client are shown. */
const MOST_OTHERS = 24
const MOST_IN_OTHER_LANE = 100

/** Gives a connection among the others of its client. */
export function toConnectionDetail(
  connection: ConnectionRecord,
  carried: ReadonlyMap<ConnectionRecord, readonly ExchangeRecord[]>,
): ConnectionDetail {
  const ofClient = Array.from(carried.keys())
    .filter(({ clientId }) => clientId === connection.clientId)
    .sort((one, other) => one.openedAt - other.openedAt || one.connectionId - other.connectionId)
  const view = (each: ConnectionRecord, most: number): ConnectionView =>
    toView(each, (carried.get(each) ?? []).slice(-most))
  return {
    connection: view(connection, MOST_IN_LANE),
    others: nearest(ofClient, connection).map((each) => view(each, MOST_IN_OTHER_LANE)),
    known: ofClient.length,
    extraHandshakes: countExtraHandshakes(ofClient),
  }
}

/** The connections around one, without it: as many before as after it, or more where there are fewer on one side. */
function nearest(all: readonly ConnectionRecord[], connection: ConnectionRecord): ConnectionRecord[] {
  const at = all.indexOf(connection)
  const from = Math.max(0, Math.min(at - MOST_OTHERS / 2, all.length - 1 - MOST_OTHERS))
  return all.slice(from, from + MOST_OTHERS + 1).filter((each) => each !== connection)
}

function toView(connection: ConnectionRecord, exchanges: readonly ExchangeRecord[]): ConnectionView {
  return {
    id: connection.connectionId,
    clientId: connection.clientId,
    remoteAddress: connection.remoteAddress,
    remotePort: connection.remotePort,
    localAddress: connection.localAddress,
    localPort: connection.localPort,
    openedAt: connection.openedAt,
    halfClosedAt: connection.halfClosedAt,
    closedAt: connection.closedAt,
    cause: connection.cause,
    manner: connection.manner,
    exchanges: connection.exchanges,
    pipelined: connection.pipelined,
    receivedBytes: connection.receivedBytes,
    sentBytes: connection.sentBytes,
    lane: exchanges.map(toLaneExchange),
  }
}

function toLaneExchange(exchange: ExchangeRecord): LaneExchange {
  return {
    id: exchange.id,
    ordinal: exchange.ordinal,
    at: exchange.at,
    queuedMs: exchange.queuedMs,
    firstByteMs: exchange.firstByteMs,
    elapsedMs: exchange.elapsedMs,
    method: exchange.method,
    target: exchange.target,
    state: exchange.state,
    status: exchange.status,
    sentBytes: exchange.sentBytes,
  }
}
