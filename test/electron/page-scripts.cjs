'use strict'
/**
 * What runs in the page before anything else: the two sides of `contextBridge`, and Electron as a sandboxed preload
 * sees it.
 *
 * The functions here never run in this process: their source text is put into the page, so each uses only its arguments.
 * The page's own world and the preload's isolated world share the window as an EventTarget; Chromium clones the detail of
 * an event on its way from one to the other.
 */
const { decode, encode } = require('./wire.cjs')

/** @import { Packed, Wire } from './wire-types' */
/** @typedef {(...args: unknown[]) => unknown} AnyFunction */
/** @typedef {{ resolve: (value: unknown) => void, reject: (error: Error) => void }} Waiting */
/** @typedef {{ expose: { key: string, value: Packed }, hello: undefined, settle: Settled,
 *   call: { id: string, packed: Packed[] }, answer: { value: Packed } | { error: string } }} Details */
/** @typedef {{ id: string, value?: Packed, error?: string }} Settled */

/**
 * One side of the membrane: values are copied, functions become proxies that call synchronously, promises stay promises.
 *
 * @param {'main' | 'isolated'} world
 */
function makeMembrane(world) {
  const otherWorld = world === 'main' ? 'isolated' : 'main'
  const CLONEABLE =
    /^\[object (Date|Map|Set|RegExp|ArrayBuffer|\w+Array|File|Blob|FileList|DataView|ImageBitmap|BigInt)\]$/
  /** @type {Map<string, AnyFunction>} */
  const offered = new Map()
  /** @type {Map<string, AnyFunction>} */
  const proxies = new Map()
  /** @type {Map<string, Waiting>} */
  const promises = new Map()
  let lastId = 0
  /** @type {Details['answer'] | undefined} */
  let answer

  /**
   * @template {keyof Details} T
   * @param {T} type
   * @param {Details[T]} detail
   * @param {string} [to] one world, when the other must not hear
   */
  const fire = (type, detail, to = '') => dispatchEvent(new CustomEvent(`standin:${type}${to}`, { detail }))
  /**
   * @template {keyof Details} T
   * @param {T} type
   * @param {(detail: Details[T]) => void} listener
   * @param {string} [at]
   */
  const hear = (type, listener, at = '') => {
    addEventListener(`standin:${type}${at}`, (event) => {
      listener(/** @type {CustomEvent<Details[T]>} */ (event).detail)
    })
  }
  const nextId = () => `${world}${String((lastId += 1))}`
  const cloneError = () => new Error('An object could not be cloned.')
  /** @param {unknown} error */
  const messageOf = (error) => (error instanceof Error ? error.message : String(error))

  /** @param {unknown} value @param {Set<unknown>} [seen] @returns {Packed} */
  const pack = (value, seen = new Set()) => {
    if (typeof value === 'symbol') throw cloneError()
    if (typeof value === 'function') {
      const id = nextId()
      offered.set(id, /** @type {AnyFunction} */ (value))
      return { function: id }
    }
    if (value === null || typeof value !== 'object') return { value }
    if (value instanceof Promise) return packPromise(value)
    if (value instanceof Error) return { error: value.message }
    if (value instanceof File) {
      const { name, size, lastModified, type } = value
      return { value: { name, size, lastModified, type } }
    }
    if (CLONEABLE.test(Object.prototype.toString.call(value)) || seen.has(value)) return packCloneable(value)
    seen.add(value)
    if (Array.isArray(value)) return { array: value.map((each) => pack(each, seen)) }
    // Of a class instance only the own fields go over, as in Electron.
    return { object: Object.entries(value).map(([key, each]) => [key, pack(each, seen)]) }
  }
  /** @param {object} value @returns {Packed} */
  const packCloneable = (value) => {
    try {
      return { value: structuredClone(value) }
    } catch {
      throw cloneError()
    }
  }
  /** @param {Promise<unknown>} promise @returns {Packed} */
  const packPromise = (promise) => {
    const id = nextId()
    promise.then(
      (value) => fire('settle', { id, value: pack(value) }),
      (error) => fire('settle', { id, error: messageOf(error) }),
    )
    return { promise: id }
  }
  /** A Proxy, such as Svelte's `$state`, looks like an object and cannot be cloned. @param {unknown} value */
  const packArgument = (value) => {
    try {
      structuredClone(value)
    } catch (error) {
      if (/(^|: )(#<Object>|\[object Array\]) could not/.test(messageOf(error))) throw cloneError()
    }
    return pack(value)
  }
  /** @param {Packed} packed @returns {unknown} */
  const unpack = (packed) => {
    if ('function' in packed) return proxyFor(packed.function)
    if ('promise' in packed) return new Promise((resolve, reject) => promises.set(packed.promise, { resolve, reject }))
    if ('error' in packed) return new Error(packed.error)
    if ('array' in packed) return packed.array.map(unpack)
    if ('object' in packed) return Object.fromEntries(packed.object.map(([key, each]) => [key, unpack(each)]))
    return packed.value
  }
  /** @param {string} id */
  const proxyFor = (id) => {
    /** @type {AnyFunction} */
    const proxy = proxies.get(id) ?? ((...args) => callOther(id, args))
    proxies.set(id, proxy)
    return proxy
  }
  /** @param {string} id @param {unknown[]} args */
  const callOther = (id, args) => {
    const packed = args.map(packArgument)
    answer = undefined
    fire('call', { id, packed }, otherWorld)
    const given = /** @type {Details['answer'] | undefined} */ (answer)
    answer = undefined
    if (given === undefined) throw new Error('The other world did not answer the stand-in')
    if ('error' in given) throw new Error(given.error)
    return unpack(given.value)
  }

  hear('answer', (given) => (answer = given), world)
  hear(
    'call',
    ({ id, packed }) => {
      try {
        fire('answer', { value: pack(offered.get(id)?.(...packed.map(unpack))) }, otherWorld)
      } catch (error) {
        fire('answer', { error: messageOf(error) }, otherWorld)
      }
    },
    world,
  )
  hear('settle', ({ id, value, error }) => {
    const waiting = promises.get(id)
    promises.delete(id)
    if (value !== undefined) waiting?.resolve(unpack(value))
    else waiting?.reject(new Error(error))
  })
  return { fire, hear, pack, unpack }
}

/**
 * The page's own world: takes what the preload exposes, and has no way to open a window but to ask main.
 *
 * @param {ReturnType<typeof makeMembrane>} membrane
 */
function setUpMainWorld(membrane) {
  /** @param {unknown} value */
  const freeze = (value) => {
    if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  membrane.hear('expose', ({ key, value: packed }) => {
    if (key in globalThis) return
    const value = membrane.unpack(packed)
    freeze(value)
    Object.defineProperty(globalThis, key, { value, enumerable: true, configurable: false, writable: false })
  })
  membrane.fire('hello', undefined)

  const page = /** @type {{ __standinOpen?: (url: string) => void }} */ (globalThis)
  const askToOpen = page.__standinOpen
  delete page.__standinOpen
  window.open = (url = 'about:blank') => {
    askToOpen?.(new URL(url, location.href).href)
    return null
  }
  addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (link?.target !== '_blank' || event.defaultPrevented) return
    event.preventDefault()
    askToOpen?.(link.href)
  })
}

/** @typedef {(event: object, ...args: unknown[]) => void} IpcListener */
/** @typedef {{ type: 'reply', id: number, value?: Wire, error?: string }} Reply */
/** @typedef {{ type: 'event', channel: string, args: Wire }} MainEvent */
/** @typedef {{ path: string, name: string, size: number, isFolder: boolean }} Droppable */
/**
 * @typedef {object} Page what main and the scripts share in the isolated world
 * @property {(text: string) => void} __standinSend
 * @property {(message: Reply | MainEvent) => void} __standinReceive
 * @property {(run: (...modules: unknown[]) => void) => void} __standinPreload
 */

/**
 * The preload's world: the modules a sandboxed preload gets, and no other.
 *
 * @param {ReturnType<typeof makeMembrane>} membrane
 * @param {{ encode: (value: unknown) => Wire, decode: (wire: Wire) => unknown }} wire
 * @param {{ platform: string, version: string, droppable: readonly Droppable[] }} facts
 */
function setUpIsolatedWorld(membrane, wire, facts) {
  const page = /** @type {Page} */ (/** @type {unknown} */ (globalThis))
  /** @type {Details['expose'][]} */
  const exposed = []
  membrane.hear('hello', () => {
    for (const each of exposed) membrane.fire('expose', each)
  })

  /** @type {Map<string, IpcListener[]>} */
  const listeners = new Map()
  /** @type {Map<number, Waiting & { channel: string }>} */
  const waiting = new Map()
  let lastId = 0
  /** @param {{ type: 'invoke' | 'send', id?: number, channel: string, args: unknown[] }} message */
  const send = (message) => {
    /** @type {unknown} */
    let copy
    try {
      copy = structuredClone(message.args)
    } catch {
      throw new Error('An object could not be cloned.')
    }
    page.__standinSend(JSON.stringify({ ...message, args: wire.encode(copy) }))
  }
  const ipcRenderer = {
    /** @param {string} channel @param {...unknown} args */
    invoke: async (channel, ...args) =>
      new Promise((resolve, reject) => {
        const id = (lastId += 1)
        send({ type: 'invoke', id, channel, args })
        waiting.set(id, { channel, resolve, reject })
      }),
    /** @param {string} channel @param {...unknown} args */
    send: (channel, ...args) => send({ type: 'send', channel, args }),
    /** @param {string} channel @param {IpcListener} listener */
    on: (channel, listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    },
    /** @param {string} channel @param {IpcListener} listener */
    removeListener: (channel, listener) => {
      const left = (listeners.get(channel) ?? []).filter((each) => each !== listener)
      listeners.set(channel, left)
    },
    /** @param {string} channel @param {IpcListener} listener */
    off: (channel, listener) => {
      ipcRenderer.removeListener(channel, listener)
    },
  }

  page.__standinReceive = (message) => {
    if (message.type === 'event') {
      const args = /** @type {unknown[]} */ (wire.decode(message.args))
      for (const listener of listeners.get(message.channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...args)
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.value !== undefined) asked?.resolve(wire.decode(message.value))
    else asked?.reject(new Error(`Error invoking remote method '${asked.channel}': ${message.error ?? ''}`))
  }

  const contextBridge = {
    /** @param {string} key @param {unknown} api */
    exposeInMainWorld: (key, api) => {
      const each = { key, value: membrane.pack(api) }
      exposed.push(each)
      membrane.fire('expose', each)
    },
  }
  const webUtils = {
    /** Chromium tells a page no path: the test has named the files and folders that it will drop. @param {File} file */
    getPathForFile: (file) => {
      const known = facts.droppable.find(({ name, size, isFolder }) => {
        return name === file.name && (isFolder || size === file.size)
      })
      return known?.path ?? ''
    },
  }
  /** @param {string} name */
  const require = (name) => {
    if (name === 'electron' || name === 'electron/renderer') return { contextBridge, ipcRenderer, webUtils }
    throw new Error(`module not found: ${name}`)
  }
  const versions = { electron: facts.version }
  const process = { platform: facts.platform, type: 'renderer', sandboxed: true, contextIsolated: true, versions }
  page.__standinPreload = (run) => {
    const module = { exports: {} }
    run(require, module, module.exports, process)
  }
}

/** @returns {string} the script for the page's own world */
function mainWorldScript() {
  return `(() => {
    const membrane = (${makeMembrane.toString()})('main');
    (${setUpMainWorld.toString()})(membrane)
  })()`
}

/**
 * @param {{ file: string, code: string }} preload
 * @param {Parameters<typeof setUpIsolatedWorld>[2]} facts
 * @returns {string} the script for the isolated world, ending with the preload itself
 */
function isolatedWorldScript(preload, facts) {
  return `if (location.href !== 'about:blank' && window === top) {
    (() => {
      ${encode.toString()}
      ${decode.toString()}
      const membrane = (${makeMembrane.toString()})('isolated');
      (${setUpIsolatedWorld.toString()})(membrane, { encode, decode }, ${JSON.stringify(facts)})
    })()
    try {
      __standinPreload((require, module, exports, process) => {${preload.code}
      })
    } catch (error) {
      console.error('Unable to load preload script: ' + ${JSON.stringify(preload.file)}, error)
    }
  }`
}

module.exports = { mainWorldScript, isolatedWorldScript }
