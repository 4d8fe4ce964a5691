/** Nothing has moved for so long: it rests. */
const STILL_MS = 150

/** Waits for something that moves to rest. */
export interface StillWatch {
  /** It has moved. */
  readonly restart: () => void
  readonly stop: () => void
}

/** Calls back each time something rests that has moved. Costs one timer for a whole movement, not one for each step. */
export function whenStill(callback: () => void): StillWatch {
  let timer: ReturnType<typeof setTimeout> | undefined
  let movedAt = 0
  const look = (): void => {
    const restMs = movedAt + STILL_MS - performance.now()
    timer = restMs > 0 ? setTimeout(look, restMs) : undefined
    if (timer === undefined) callback()
  }
  return {
    restart: () => {
      movedAt = performance.now()
      timer ??= setTimeout(look, STILL_MS)
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
