/** Looks at the server and the window again and again while it soaks. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Sample } from './flatness'
import type { SoakWindow } from './soak-window'
import type { SoakedServer } from './soaked-server'

export interface Figures {
  readonly resident: Sample[]
  readonly heap: Sample[]
  readonly descriptors: Sample[]
  readonly answer: Sample[]
}

interface Watched {
  readonly server: SoakedServer
  readonly window: SoakWindow
}

/**
 * Gathers the figures until the signal, then once more; gives them with moments since it began.
 *
 * @param everyMs from the end of one look to the next
 */
export async function watchFigures(watched: Watched, everyMs: number, signal: AbortSignal): Promise<Figures> {
  const figures: Figures = { resident: [], heap: [], descriptors: [], answer: [] }
  const began = performance.now()
  for (;;) {
    await look(watched, figures, performance.now() - began)
    if (signal.aborted) return figures
    await sleep(everyMs, undefined, { signal }).catch(() => undefined)
  }
}

async function look({ server, window }: Watched, figures: Figures, atMs: number): Promise<void> {
  const keep = (samples: Sample[], value: number | undefined): void => {
    if (value !== undefined) samples.push({ atMs, value })
  }
  keep(figures.answer, await window.answerMs())
  keep(figures.heap, await window.heapBytes())
  keep(figures.resident, await server.residentBytes())
  keep(figures.descriptors, await server.openDescriptors())
}
