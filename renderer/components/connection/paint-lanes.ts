import type { LaneExchange } from '../../../preload/connection-views'
import type { ChartSheet } from '../chart/sheet'
import { axisMarks } from '../chart/time-axis'
import { hueOf } from '../requests/row-look'
import { LANE, type Lane, type LaneBar, type LaneChart } from './lanes'

/** What the painter is told beside the geometry. */
export interface LaneLook {
  readonly chart: LaneChart
  readonly selectedId: number
  readonly pointedId: number | null
  /** The words of a gap, and of a line of the axis: milliseconds since the connection was opened. */
  readonly sayGap: (ms: number) => string
  readonly saySince: (ms: number) => string
}

/** A gap narrower than its words and this much air says nothing. */
const GAP_AIR = 16

/** Draws the swim-lanes: a line for each connection, a bar for each request, a knot or a cross where it ended. */
export function paintLanes(sheet: ChartSheet, look: LaneLook): void {
  const { chart } = look
  paintAxis(sheet, look)
  for (const lane of chart.lanes) {
    if (lane.isMain) fill(sheet, 'accent-soft', [0, lane.y, sheet.width, lane.height])
    paintName(sheet, lane)
    paintThread(sheet, lane)
    for (const bar of lane.bars) paintBar(sheet, lane, bar)
    if (lane.isMain) paintGaps(sheet, lane, look)
    for (const bar of lane.bars) {
      if (bar.exchange.id === look.selectedId) outline(sheet, 'accent', boxOf(lane, bar))
      else if (bar.exchange.id === look.pointedId) outline(sheet, 'text', boxOf(lane, bar))
    }
    paintEnd(sheet, lane)
  }
}

type Box = readonly [x: number, y: number, width: number, height: number]

function paintAxis({ pen, width, height, ink, font }: ChartSheet, { chart, saySince }: LaneLook): void {
  const zero = chart.lanes.find(({ isMain }) => isMain)?.connection.openedAt ?? chart.from
  const room = width - LANE.gutter - 10
  const floor = height - LANE.axis
  pen.font = font(11)
  pen.textBaseline = 'middle'
  for (const { at, x } of axisMarks({ from: chart.from, until: chart.until, zero }, room, 76)) {
    const left = Math.round(LANE.gutter + x) + 0.5
    pen.fillStyle = ink('line')
    pen.fillRect(left, 0, 1, floor + 4)
    pen.fillStyle = ink('dim')
    pen.textAlign = left > width - 40 ? 'right' : 'center'
    pen.fillText(saySince(at - zero), left, floor + 12)
  }
}

function paintName({ pen, ink, font }: ChartSheet, { connection, isMain, y, height }: Lane): void {
  pen.font = isMain ? `600 ${font(12)}` : font(11)
  pen.fillStyle = ink(isMain ? 'text' : 'dim')
  pen.textAlign = 'left'
  pen.textBaseline = 'middle'
  pen.fillText(String(connection.id), 8, y + height / 2)
  pen.font = font(11)
  pen.fillStyle = ink('dim')
  pen.textAlign = 'right'
  pen.fillText(`:${String(connection.remotePort)}`, LANE.gutter - 12, y + height / 2)
}

/** The connection itself: as long as it was open. */
function paintThread(sheet: ChartSheet, { isMain, y, height, openX, closeX }: Lane): void {
  const middle = Math.round(y + height / 2)
  fill(sheet, isMain ? 'accent-line' : 'line-strong', [openX, middle - 1, Math.max(1, closeX - openX), 2])
  fill(sheet, isMain ? 'accent' : 'line-control', [openX - 1, middle - 4, 2, 8])
}

function boxOf({ y, height, isMain }: Lane, { turnX, endX }: LaneBar): Box {
  const inset = isMain ? 9 : 4
  return [turnX, y + inset, endX - turnX, height - 2 * inset]
}

function paintBar(sheet: ChartSheet, lane: Lane, bar: LaneBar): void {
  const { pen } = sheet
  const [x, y, width, height] = boxOf(lane, bar)
  const hue = `st-${barHue(bar.exchange)}`
  // Waiting in line behind the answers before it: a thin line that leads to it.
  if (bar.turnX > bar.x) fill(sheet, hue, [bar.x, y + height / 2 - 0.5, bar.turnX - bar.x, 1])
  pen.globalAlpha = 0.45
  fill(sheet, hue, [x, y, width, height])
  pen.globalAlpha = 1
  if (bar.endX > bar.firstX) fill(sheet, hue, [bar.firstX, y, bar.endX - bar.firstX, height])
}

function barHue({ state, status }: LaneExchange): string {
  return hueOf(state, status)
}

function paintGaps({ pen, ink, font }: ChartSheet, { gaps, y, height }: Lane, { sayGap }: LaneLook): void {
  pen.font = font(11)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  for (const { x, endX, ms } of gaps) {
    const words = sayGap(ms)
    const width = pen.measureText(words).width
    if (width + GAP_AIR > endX - x) continue
    const centre = (x + endX) / 2
    pen.fillStyle = ink('accent-soft')
    pen.fillRect(centre - width / 2 - 4, y + 4, width + 8, height - 8)
    pen.fillStyle = ink('dim')
    pen.fillText(words, centre, y + height / 2)
  }
}

/** An end in order is a bar across the line; one that was broken off is a cross. */
function paintEnd({ pen, ink }: ChartSheet, { connection, isMain, y, height, closeX }: Lane): void {
  if (connection.closedAt === null) return
  const middle = Math.round(y + height / 2)
  const size = isMain ? 6 : 4
  pen.beginPath()
  if (connection.manner === 'reset') {
    pen.moveTo(closeX - size, middle - size)
    pen.lineTo(closeX + size, middle + size)
    pen.moveTo(closeX + size, middle - size)
    pen.lineTo(closeX - size, middle + size)
    // It ends where the bar of its last request does, which is of the same hue: a ground parts the two.
    pen.lineWidth = 5
    pen.strokeStyle = ink(isMain ? 'accent-soft' : 'bg')
    pen.stroke()
  } else {
    pen.moveTo(closeX, middle - size)
    pen.lineTo(closeX, middle + size)
  }
  pen.lineWidth = 1.5
  pen.strokeStyle = ink(connection.manner === 'reset' ? 'st-aborted' : isMain ? 'accent' : 'line-control')
  pen.stroke()
}

function fill({ pen, ink }: ChartSheet, token: string, [x, y, width, height]: Box): void {
  pen.fillStyle = ink(token)
  pen.fillRect(x, y, width, height)
}

function outline({ pen, ink }: ChartSheet, token: string, [x, y, width, height]: Box): void {
  pen.lineWidth = 2
  pen.strokeStyle = ink(token)
  pen.strokeRect(x - 2, y - 2, width + 4, height + 4)
}
