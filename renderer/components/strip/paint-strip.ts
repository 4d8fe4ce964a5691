import type { ChartSheet } from '../chart/sheet'
import { axisMarks } from '../chart/time-axis'
import { clientsOf, gravest, topRate, type Bin, type BinSpan, type TimeSpan } from './bins'

/** What the strip shows. */
export interface StripLook {
  readonly bins: readonly Bin[]
  readonly span: BinSpan
  /** What is chosen, and where the keyboard or the pointer is. */
  readonly chosen: TimeSpan | null
  readonly cursorAt: number | null
  /** Without ticks and axis: the strip of a low window. */
  readonly low: boolean
  readonly sayTime: (at: number) => string
  /** Minutes between the time that the axis counts in and that of the reader, for its lines to be at round times. */
  readonly zeroAt: number
}

const TICKS = 6
const AXIS = 15

/** Draws what went out: areas stacked by client, a tick for each step with requests, the time below. */
export function paintStrip(sheet: ChartSheet, look: StripLook): void {
  const { width, height } = sheet
  const floor = look.low ? height - 1 : height - TICKS - AXIS
  if (look.chosen !== null) paintChosen(sheet, look, look.chosen)
  paintAreas(sheet, look, floor)
  fill(sheet, 'line-strong', [0, floor, width, 1])
  if (!look.low) {
    paintTicks(sheet, look, floor + 2)
    paintAxis(sheet, look)
  }
  if (look.cursorAt !== null) fill(sheet, 'text', [xOf(look, width, look.cursorAt), 0, 1, floor])
}

function xOf({ span: { from, until } }: StripLook, width: number, at: number): number {
  return ((at - from) / (until - from)) * width
}

function paintAreas({ pen, width, ink }: ChartSheet, look: StripLook, floor: number): void {
  const { bins, span } = look
  const top = topRate(bins, span.stepMs)
  if (top === 0) return
  const scale = ((floor - 2) * 1000) / span.stepMs / top
  const step = width / bins.length
  const below = bins.map(() => 0)
  for (const client of clientsOf(bins)) {
    pen.beginPath()
    bins.forEach((_, at) => {
      pen.lineTo((at + 0.5) * step, floor - (below[at] ?? 0) * scale)
    })
    for (let at = bins.length - 1; at >= 0; at -= 1) {
      below[at] = (below[at] ?? 0) + (bins[at]?.sent.get(client) ?? 0)
      pen.lineTo((at + 0.5) * step, floor - (below[at] ?? 0) * scale)
    }
    pen.closePath()
    pen.fillStyle = ink(clientInk(client))
    pen.fill()
  }
}

/** The token of a client's hue; those that are only counted together are grey. */
export function clientInk(id: number): string {
  return id === 0 ? 'line-control' : `client-${String(((id - 1) % 8) + 1)}`
}

function paintTicks(sheet: ChartSheet, { bins }: StripLook, y: number): void {
  const step = sheet.width / bins.length
  bins.forEach((bin, at) => {
    const kind = gravest(bin)
    if (kind === undefined) return
    fill(sheet, `st-${kind}`, [
      Math.round((at + 0.5) * step - 0.75),
      y,
      Math.min(2, Math.max(1.5, step - 1)),
      TICKS - 2,
    ])
  })
}

function paintAxis({ pen, width, height, ink, font }: ChartSheet, { span, sayTime, zeroAt }: StripLook): void {
  pen.font = font(11)
  pen.fillStyle = ink('dim')
  pen.textBaseline = 'alphabetic'
  // The words tell no seconds, so that no two lines may stand within one minute.
  const room = Math.max(90, (width * 60_000) / (span.until - span.from))
  for (const { at, x } of axisMarks({ from: span.from, until: span.until, zero: zeroAt }, width, room)) {
    pen.textAlign = x < 20 ? 'left' : x > width - 24 ? 'right' : 'center'
    pen.fillText(sayTime(at), x, height - 3)
  }
}

function paintChosen(sheet: ChartSheet, look: StripLook, { from, until }: TimeSpan): void {
  const left = Math.max(0, xOf(look, sheet.width, from))
  const right = Math.min(sheet.width, xOf(look, sheet.width, until))
  if (right <= left) return
  fill(sheet, 'accent-soft', [left, 0, right - left, sheet.height])
  fill(sheet, 'accent', [left, 0, 1, sheet.height])
  fill(sheet, 'accent', [right - 1, 0, 1, sheet.height])
}

function fill({ pen, ink }: ChartSheet, token: string, [x, y, w, h]: readonly [number, number, number, number]): void {
  pen.fillStyle = ink(token)
  pen.fillRect(x, y, w, h)
}
