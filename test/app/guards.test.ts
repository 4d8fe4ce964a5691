import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { guardPages, guardPermissions } from '../../main/app/guards'

const electron = vi.hoisted(() => ({
  app: undefined as unknown as EventEmitter,
  session: {
    defaultSession: {
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
    },
  },
}))
vi.mock('electron', () => electron)

class Contents extends EventEmitter {
  readonly setWindowOpenHandler = vi.fn()
  readonly getURL = (): string => 'app://porthole/'
}

beforeEach(() => {
  electron.app = new EventEmitter()
})

describe('guardPages', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])('prevents %s', (name) => {
    const contents = new Contents()
    guardPages()
    electron.app.emit('web-contents-created', {}, contents)
    const event = { preventDefault: vi.fn() }
    contents.emit(name, event)
    expect(event.preventDefault).toHaveBeenCalledOnce()
  })

  it('denies every new window', () => {
    const contents = new Contents()
    guardPages()
    electron.app.emit('web-contents-created', {}, contents)
    const [handler] = contents.setWindowOpenHandler.mock.calls[0] as [() => unknown]
    expect(handler()).toEqual({ action: 'deny' })
  })
})

describe('guardPermissions', () => {
  const permissions = ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen', 'usb']

  it('grants nothing but writing text to the clipboard, and that to our own page alone', () => {
    guardPermissions()
    const { defaultSession } = electron.session
    const [request] = defaultSession.setPermissionRequestHandler.mock.calls[0] as [
      (contents: { getURL(): string }, permission: string, callback: (granted: boolean) => void) => void,
    ]
    const ask = (permission: string, url: string): unknown => {
      const callback = vi.fn()
      request({ getURL: () => url }, permission, callback)
      return callback.mock.calls[0]?.[0]
    }
    expect(ask('clipboard-sanitized-write', 'app://porthole/')).toBe(true)
    expect(ask('clipboard-sanitized-write', 'https://example.org/')).toBe(false)
    expect(permissions.filter((permission) => ask(permission, 'app://porthole/') !== false)).toEqual([])

    const [check] = defaultSession.setPermissionCheckHandler.mock.calls[0] as [
      (contents: null, permission: string, origin: string) => boolean,
    ]
    expect(check(null, 'clipboard-sanitized-write', 'app://porthole/')).toBe(true)
    expect(check(null, 'clipboard-sanitized-write', 'https://example.org/')).toBe(false)
    expect(permissions.filter((permission) => check(null, permission, 'app://porthole/'))).toEqual([])
    const [device] = defaultSession.setDevicePermissionHandler.mock.calls[0] as [() => boolean]
    expect(device()).toBe(false)
  })
})
