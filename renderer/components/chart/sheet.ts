/** What a chart is drawn on: a canvas in CSS pixels, and the colours of tokens.css by name. */
export interface ChartSheet {
  readonly pen: CanvasRenderingContext2D
  /** CSS pixels. */
  readonly width: number
  readonly height: number
  /** The colour of a token, such as `st-2xx`, as it is now. */
  readonly ink: (token: string) => string
  /** The font of the interface in this size. */
  readonly font: (size: 10 | 11 | 12) => string
}

/**
 * Gives a reader of colours. A custom property holds `light-dark(…)` as it was written, so each is put on an element
 * and read back as what it comes to there.
 */
export function inkReader(probe: HTMLElement): (token: string) => string {
  const known = new Map<string, string>()
  return (token) => {
    const colour = known.get(token)
    if (colour !== undefined) return colour
    probe.style.color = `var(--${token})`
    const read = getComputedStyle(probe).color
    known.set(token, read)
    return read
  }
}

/** Gives a canvas its size in device pixels; what is drawn is measured in CSS pixels. */
export function fitCanvas(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D): void {
  const ratio = devicePixelRatio
  const width = Math.round(canvas.clientWidth * ratio)
  const height = Math.round(canvas.clientHeight * ratio)
  // Setting the size clears the canvas and costs a layer, so it is not set anew for nothing.
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  pen.setTransform(ratio, 0, 0, ratio, 0, 0)
  pen.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight)
}
