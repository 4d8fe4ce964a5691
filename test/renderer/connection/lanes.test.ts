import { describe, expect, it } from 'vitest'
import type { ConnectionDetail, ConnectionView, LaneExchange } from '../../../preload/connection-views'
import { axisMarks } from '../../../renderer/components/chart/time-axis'
import { laneRows } from '../../../renderer/components/connection/lane-rows'
import { findBar, gapsOf, LANE, layOutLanes } from '../../../renderer/components/connection/lanes'
import { tellConnection } from '../../../renderer/components/connection/tell-connection'
import { plain } from '../../../renderer/text/rich-text'
import { Texts } from '../../../renderer/text/texts.svelte'

const OPENED = Date.UTC(2026, 6, 1, 14, 5)

function exchange(id: number, different: Partial<LaneExchange> = {}): LaneExchange {
  return {
    id,
    ordinal: id,
    at: OPENED,
    queuedMs: null,
    firstByteMs: 10,
    elapsedMs: 100,
    method: 'GET',
    target: '/film.mkv',
    state: 'complete',
    status: 200,
    sentBytes: 1000,
    ...different,
  }
}

function connection(different: Partial<ConnectionView> = {}): ConnectionView {
  const { lane = [] } = different
  return {
    id: 7,
    clientId: 1,
    remoteAddress: '192.168.1.31',
    remotePort: 50_412,
    localAddress: '192.168.1.20',
    localPort: 8080,
    openedAt: OPENED,
    halfClosedAt: null,
    closedAt: OPENED + 10_000,
    cause: 'client-closed',
    manner: 'fin',
    exchanges: lane.length,
    pipelined: 0,
    receivedBytes: 400,
    sentBytes: 2500,
    lane,
    ...different,
  }
}

const detailOf = (
  shown: ConnectionView,
  others: readonly ConnectionView[] = [],
  extraHandshakes = 0,
): ConnectionDetail => ({
  connection: shown,
  others,
  known: others.length + 1,
  extraHandshakes,
})

describe('gapsOf', () => {
  it('finds what is before, between and after the requests', () => {
    const lane = [exchange(1, { at: OPENED + 5 }), exchange(2, { at: OPENED + 4000 })]
    expect(gapsOf(connection({ lane }), 0)).toEqual([
      { from: OPENED, until: OPENED + 5 },
      { from: OPENED + 105, until: OPENED + 4000 },
      { from: OPENED + 4100, until: OPENED + 10_000 },
    ])
  })

  it('says nothing of the time before requests that have left memory', () => {
    const lane = [exchange(9, { at: OPENED + 5000 })]
    expect(gapsOf(connection({ lane, exchanges: 9 }), 0)).toEqual([{ from: OPENED + 5100, until: OPENED + 10_000 }])
  })

  it('ends with a request that still runs', () => {
    const lane = [exchange(1, { elapsedMs: null })]
    expect(gapsOf(connection({ lane, closedAt: null }), OPENED + 9000)).toEqual([])
  })
})

describe('layOutLanes', () => {
  it('draws to the scale of time, from the opening to the end', () => {
    const lane = [exchange(1, { at: OPENED + 5000, elapsedMs: 2500, firstByteMs: 1250 })]
    const [only] = layOutLanes(detailOf(connection({ lane })), 0, LANE.gutter + 10 + 1000).lanes
    expect(only).toMatchObject({ openX: LANE.gutter, closeX: LANE.gutter + 1000 })
    expect(only!.bars).toMatchObject([
      { x: LANE.gutter + 500, turnX: LANE.gutter + 500, firstX: LANE.gutter + 625, endX: LANE.gutter + 750 },
    ])
  })

  it('shows a request too short to be seen', () => {
    const lane = [exchange(1, { elapsedMs: 0.1 })]
    const [bar] = layOutLanes(detailOf(connection({ lane })), 0, 500).lanes[0]!.bars
    expect(bar!.endX - bar!.turnX).toBe(LANE.leastBar)
  })

  it('puts the lanes in the order in which they were opened, and leaves out those far away in time', () => {
    const others = [
      connection({ id: 1, openedAt: OPENED - 900_000, closedAt: OPENED - 800_000 }),
      connection({ id: 5, openedAt: OPENED - 3000, closedAt: OPENED - 1000 }),
      connection({ id: 9, openedAt: OPENED + 2000, closedAt: null }),
    ]
    const { lanes, height } = layOutLanes(detailOf(connection(), others), OPENED + 12_000, 500)
    expect(lanes.map(({ connection: { id }, isMain, y }) => [id, isMain, y])).toEqual([
      [5, false, 0],
      [7, true, LANE.other],
      [9, false, LANE.other + LANE.main],
    ])
    expect(height).toBe(2 * LANE.other + LANE.main + LANE.axis)
  })

  it('finds the request under the pointer, also where its bar is narrow', () => {
    const lane = [exchange(1, { at: OPENED + 5000, elapsedMs: 1 }), exchange(2, { at: OPENED + 8000 })]
    const chart = layOutLanes(detailOf(connection({ lane })), 0, LANE.gutter + 10 + 1000)
    expect(findBar(chart, LANE.gutter + 498, 10)?.id).toBe(1)
    expect(findBar(chart, LANE.gutter + 805, 10)?.id).toBe(2)
    expect(findBar(chart, LANE.gutter + 650, 10)).toBeNull()
    expect(findBar(chart, LANE.gutter + 500, 500)).toBeNull()
  })
})

describe('laneRows', () => {
  it('says the same as the lane: when each began, and how long the connection was idle before', () => {
    const lane = [
      exchange(1, { at: OPENED + 5 }),
      exchange(2, { at: OPENED + 50, queuedMs: 55 }),
      exchange(3, { at: OPENED + 400 }),
    ]
    const rows = laneRows(connection({ lane })).map(({ sinceMs, idleMs }) => [sinceMs, idleMs])
    expect(rows).toEqual([
      [5, 5],
      [50, 0],
      [400, 250],
    ])
  })
})

describe('tellConnection', () => {
  const tell = (detail: ConnectionDetail, now = OPENED + 20_000): string =>
    tellConnection({ detail, client: 'Anna’s phone', now }, new Texts())
      .map(plain)
      .join(' ')
      .replace(/ at [\d:]+\.\d+/, '')

  it('tells of one that carried several requests, and that its client closed after a while', () => {
    const lane = [exchange(1), exchange(2, { at: OPENED + 4000 }), exchange(3, { at: OPENED + 4050, queuedMs: 50 })]
    expect(tell(detailOf(connection({ lane, pipelined: 1 })))).toBe(
      'Anna’s phone opened this connection from 192.168.1.31:50412. It carried 3 requests: keeping it open spared 2 ' +
        'handshakes. 1 of them was pipelined: sent before the answer to the one before was out. It was idle for 3 s. ' +
        'The client closed it, after 5 s idle.',
    )
  })

  it('tells of one that was broken off, and what the client’s habit cost', () => {
    const broken = connection({ lane: [exchange(1, { elapsedMs: 10_000 })], cause: 'stalled-reader', manner: 'reset' })
    expect(tell(detailOf(broken, [connection({ id: 6 }), connection({ id: 8 })], 2))).toContain(
      'It carried one request. Porthole broke it off because the client took nothing for too long. It was broken off ' +
        '(RST), not closed in order. Anna’s phone has opened 3 connections: 2 more handshakes than if it had kept the one before open.',
    )
  })

  it('tells of a client that closed its half and waited', () => {
    const lane = [exchange(1, { elapsedMs: 5000 })]
    expect(tell(detailOf(connection({ lane, halfClosedAt: OPENED + 20 })))).toContain(
      'The client closed its half after 20 ms and still waited for the answer.',
    )
  })

  it('does not take an ordinary end for a half-closed one', () => {
    const lane = [exchange(1)]
    expect(tell(detailOf(connection({ lane, halfClosedAt: OPENED + 9999 })))).not.toContain('closed its half')
  })

  it('tells of one that is open', () => {
    const open = { closedAt: null, cause: null, manner: null } as const
    expect(tell(detailOf(connection({ ...open, lane: [exchange(1)] })))).toContain(
      'It is open, and has been idle for 19 s.',
    )
    expect(tell(detailOf(connection({ ...open, lane: [exchange(1, { elapsedMs: null })] })))).toContain(
      'It is still open.',
    )
    expect(tell(detailOf(connection(open)))).toContain('It has asked for nothing on it.')
  })
})

describe('axisMarks', () => {
  it('puts lines at round times, as many as have room', () => {
    const marks = axisMarks({ from: -2500, until: 10_000, zero: 0 }, 1000, 100)
    expect(marks.map(({ at }) => at)).toEqual([-2000, 0, 2000, 4000, 6000, 8000, 10_000])
    expect(marks[1]!.x).toBe(200)
  })

  it('gives none where there is no time or no room', () => {
    expect(axisMarks({ from: 5, until: 5, zero: 0 }, 1000, 100)).toEqual([])
    expect(axisMarks({ from: 0, until: 5, zero: 0 }, 0, 100)).toEqual([])
  })
})
