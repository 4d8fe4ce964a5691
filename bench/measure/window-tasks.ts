import type { CDPSession, Page } from '@playwright/test'

/** Names a task, of whatever thread. */
const TASK = 'ThreadControllerImpl::RunTask'

/** Of a trace event as Chromium writes it: what is read of it, its times in microseconds. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  /** Computed by the thread itself; other work on the machine does not lengthen it much. */
  readonly tdur?: number
}

/** What came of something, and what the page did meanwhile. */
export interface TasksWhile<T> {
  readonly result: T
  /** The milliseconds for which each task of the page's main thread computed. */
  readonly computedMs: readonly number[]
}

/** Traces the tasks of the page's main thread for as long as `act` takes. The page must draw frames by script. */
export async function watchTasks<T>(page: Page, act: () => Promise<T>): Promise<TasksWhile<T>> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent)
  })
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  })
  const result = await act()
  await endTrace(session)
  await session.detach()
  const frame = events.findLast(({ name }) => name === 'FireAnimationFrame')
  const tasks = events.filter(({ name, pid, tid }) => name === TASK && pid === frame?.pid && tid === frame.tid)
  return { result, computedMs: tasks.map(({ tdur = 0 }) => tdur / 1000) }
}

async function endTrace(session: CDPSession): Promise<void> {
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await ended
}
