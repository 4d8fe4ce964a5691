import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DetailWindows, MOST_DETAIL_WINDOWS } from '../../main/app/detail-windows'
import { makePageWindow } from '../../main/app/page-window'

class Page extends EventEmitter {
  url = ''
  readonly getURL = (): string => this.url
}

class Window extends EventEmitter {
  readonly webContents = new Page()
  readonly options: Record<string, unknown>
  readonly focus = vi.fn()
  readonly show = vi.fn()
  readonly setBackgroundColor = vi.fn()
  readonly isMinimized = (): boolean => false
  readonly isVisible = (): boolean => true
  readonly isDestroyed = (): boolean => false

  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    windows.push(this)
  }

  loadURL(url: string): void {
    this.webContents.url = url
  }

  getNormalBounds(): object {
    const { x = 0, y = 0, width, height } = this.options
    return { x, y, width, height }
  }

  close(): void {
    this.emit('closed')
  }
}

let windows: Window[] = []
vi.mock('electron', () => ({
  get BrowserWindow() {
    return Window
  },
  nativeTheme: { shouldUseDarkColors: false, on: () => undefined, off: () => undefined },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 2560, height: 1440 } }] },
}))

const MAIN = { x: 100, y: 60, width: 1280, height: 800 }
const OK = { ok: true, value: null }
let sessions: { readonly close: () => void; readonly subscribe: () => () => void }[] = []
let details: DetailWindows

beforeEach(() => {
  windows = []
  sessions = []
  details = new DetailWindows({
    preload: '/preload.cjs',
    openSession: () => {
      const session = { close: vi.fn(), subscribe: vi.fn(() => () => undefined) }
      sessions.push(session)
      return session as never
    },
    beside: () => MAIN,
    onCrash: vi.fn(),
  })
})

describe('DetailWindows', () => {
  it('opens our page, with the exchange in its address and nothing else, a step from the other window', () => {
    expect(details.open(12)).toEqual(OK)
    expect(windows.map(({ webContents }) => webContents.url)).toEqual(['app://porthole/#exchange-12'])
    expect(windows[0]?.options).toMatchObject({ x: 132, y: 92, width: 960, height: 700 })
  })

  it('closes its page to everything, as the other window does', () => {
    details.open(12)
    makePageWindow({ preload: '/preload.cjs', url: () => 'app://porthole/', shape: {}, onCrash: vi.fn() })
    const [detail, other] = windows.map(({ options }) => options.webPreferences)
    expect(detail).toEqual(other)
    expect(detail).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true, nodeIntegration: false })
  })

  it('brings the window to the front that shows the exchange, wherever its page has gone since', () => {
    details.open(12)
    details.open(13)
    const [first] = windows
    if (first !== undefined) first.webContents.url = 'app://porthole/#exchange-14'
    expect([details.open(14), windows.length, first?.focus.mock.calls.length]).toEqual([OK, 2, 1])
    expect([details.open(12), windows.length]).toEqual([OK, 3])
  })

  it('opens no more than a person keeps apart, until one is closed', () => {
    for (let id = 1; id <= MOST_DETAIL_WINDOWS; id += 1) details.open(id)
    const refused = { ok: false, fault: { code: 'windows-full', about: String(MOST_DETAIL_WINDOWS) } }
    expect([details.open(99), details.open(1)]).toEqual([refused, OK])
    windows[0]?.close()
    expect(details.open(99)).toEqual(OK)
  })

  it('gives each page a session of its own, which ends with its window', () => {
    details.open(1)
    details.open(2)
    const [first, second] = windows
    expect(details.find(first?.webContents as never)?.session).toBe(sessions[0])
    expect(details.find(second?.webContents as never)?.session).toBe(sessions[1])
    first?.close()
    expect(details.find(first?.webContents as never)).toBeUndefined()
    expect(sessions.map(({ close }) => vi.mocked(close).mock.calls.length)).toEqual([1, 0])
  })

  it('loads a page that crashed where it has been', () => {
    vi.useFakeTimers()
    details.open(12)
    const [window] = windows
    if (window === undefined) throw new Error('no window')
    window.webContents.url = 'app://porthole/#exchange-14'
    const load = vi.spyOn(window, 'loadURL')
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    vi.runAllTimers()
    expect(load.mock.calls).toEqual([['app://porthole/#exchange-14']])
    vi.useRealTimers()
  })

  it('closes them all', () => {
    details.open(1)
    details.open(2)
    details.closeAll()
    expect(sessions.map(({ close }) => vi.mocked(close).mock.calls.length)).toEqual([1, 1])
  })
})
