'use strict'

/**
 * An event as Electron's listeners get it first.
 *
 * @template {object} T
 * @param {T} [facts]
 * @returns {T & { defaultPrevented: boolean, preventDefault(): void }}
 */
function makeEvent(facts) {
  const event = {
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true
    },
  }
  return Object.assign(event, facts)
}

module.exports = { makeEvent }
