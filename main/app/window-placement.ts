/** Where windows stand. Pure: the displays are passed in. */

/** A rectangle in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is kept of the window between two runs. */
export interface WindowPlacement extends Rectangle {
  readonly maximized: boolean
}

/** Pixels below which the layout no longer holds. */
export const MINIMUM_SIZE = { width: 880, height: 560 } as const

/** Pixels on the first run. */
export const DEFAULT_SIZE = { width: 1280, height: 800 } as const

/** Pixels of a window that shows one exchange: when it opens, and below which its layout no longer holds. */
export const FIRST_DETAIL_SIZE = { width: 960, height: 700 } as const
export const LEAST_DETAIL_SIZE = { width: 560, height: 420 } as const

/** From one window to the next, so that the title of each stays in sight. */
const STEP = 32

/** So much of the title bar must be on a display for the window to be taken hold of. */
const GRIP = { width: 120, height: 32 } as const

/**
 * Gives the bounds to open with: those of the last run while a display still shows enough of them, else only their
 * size, and let the system place the window.
 *
 * @param workAreas the displays without their task bars
 */
export function restoreBounds(
  last: Rectangle | undefined,
  workAreas: readonly Rectangle[],
): Rectangle | { readonly width: number; readonly height: number } {
  if (last === undefined) return DEFAULT_SIZE
  const width = Math.max(MINIMUM_SIZE.width, last.width)
  const height = Math.max(MINIMUM_SIZE.height, last.height)
  const titleBar = { x: last.x, y: last.y, width, height: GRIP.height }
  return workAreas.some((area) => isWithinReach(titleBar, area))
    ? { x: last.x, y: last.y, width, height }
    : { width, height }
}

/**
 * Gives the bounds of a window that opens beside another: a step to the right and down from it, else where the system
 * places it.
 *
 * @param workAreas the displays without their task bars
 */
export function placeBeside(
  other: Rectangle | undefined,
  { width, height }: Pick<Rectangle, 'width' | 'height'>,
  workAreas: readonly Rectangle[],
): Rectangle | { readonly width: number; readonly height: number } {
  if (other === undefined) return { width, height }
  const place = { x: other.x + STEP, y: other.y + STEP, width, height }
  return workAreas.some((area) => holds(area, place)) ? place : { width, height }
}

function holds(area: Rectangle, { x, y, width, height }: Rectangle): boolean {
  const fitsAcross = x >= area.x && x + width <= area.x + area.width
  return fitsAcross && y >= area.y && y + height <= area.y + area.height
}

function isWithinReach(titleBar: Rectangle, area: Rectangle): boolean {
  const width = Math.min(titleBar.x + titleBar.width, area.x + area.width) - Math.max(titleBar.x, area.x)
  const height = Math.min(titleBar.y + titleBar.height, area.y + area.height) - Math.max(titleBar.y, area.y)
  return width >= GRIP.width && height >= GRIP.height
}

/** Reads what was kept: it comes from a file that may have been edited by hand. Undefined when it makes no sense. */
export function readPlacement(kept: unknown): WindowPlacement | undefined {
  if (typeof kept !== 'object' || kept === null) return undefined
  const { x, y, width, height, maximized } = kept as Record<string, unknown>
  const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return undefined
  return { x, y, width, height, maximized: maximized === true }
}
