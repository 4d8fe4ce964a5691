'use strict'
/**
 * Structured-clone values as JSON, for the way between main and page.
 *
 * `encode` and `decode` also run in the page, from their source text: they use nothing from outside themselves.
 */

/** @import { Wire } from './wire-types' */

/**
 * @param {unknown} value
 * @param {readonly unknown[]} [parents] objects that hold the value
 * @returns {Wire}
 */
function encode(value, parents = []) {
  /** @type {(inner: unknown) => Wire} */
  const within = (inner) => encode(inner, [...parents, value])
  if (value === undefined) return { $: 'undefined' }
  if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', v: String(value) }
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value !== 'object') throw new Error(`The stand-in carries no ${typeof value}`)
  if (parents.includes(value)) throw new Error('The stand-in carries no cycles')
  if (Array.isArray(value)) return value.map(within)
  if (value instanceof Date) return { $: 'date', v: value.getTime() }
  if (value instanceof Error) return { $: 'error', v: value.message }
  if (value instanceof Map) return { $: 'map', v: [...value].map(within) }
  if (value instanceof Set) return { $: 'set', v: [...value].map(within) }
  if (value instanceof ArrayBuffer) return { $: 'buffer', v: [...new Uint8Array(value)] }
  if (ArrayBuffer.isView(value)) {
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    return { $: 'view', c: value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name, v: [...bytes] }
  }
  return { $: 'object', v: Object.entries(value).map(([key, inner]) => [key, within(inner)]) }
}

/**
 * @param {Wire} wire what `encode` gave
 * @returns {unknown}
 */
function decode(wire) {
  if (Array.isArray(wire)) return wire.map(decode)
  if (wire === null || typeof wire !== 'object') return wire
  switch (wire.$) {
    case 'undefined':
      return undefined
    case 'number':
      return Number(wire.v)
    case 'bigint':
      return BigInt(wire.v)
    case 'date':
      return new Date(wire.v)
    case 'error':
      return new Error(wire.v)
    case 'map':
      return new Map(/** @type {[unknown, unknown][]} */ (wire.v.map(decode)))
    case 'set':
      return new Set(wire.v.map(decode))
    case 'buffer':
      return new Uint8Array(wire.v).buffer
    case 'view': {
      const views = /** @type {Record<string, new (buffer: ArrayBuffer) => unknown>} */ (
        /** @type {unknown} */ (globalThis)
      )
      const View = views[wire.c] ?? Uint8Array
      return new View(new Uint8Array(wire.v).buffer)
    }
    case 'object':
      return Object.fromEntries(wire.v.map(([key, inner]) => [key, decode(inner)]))
  }
}

/**
 * Copies as Electron does before it sends, and refuses what it refuses.
 *
 * @template T
 * @param {T} value
 * @returns {T}
 */
function copyForSending(value) {
  try {
    return structuredClone(value)
  } catch (cause) {
    throw new Error('An object could not be cloned.', { cause })
  }
}

module.exports = { encode, decode, copyForSending }
