'use strict'
/** What the stand-in does not have must fail by name: an `undefined` that passes silently would make a test worthless. */

/** Looked up by the language and by test tools on any object, and rightly absent. */
const ASKED_BY_THE_LANGUAGE = new Set(['then', 'toJSON', 'constructor', 'nodeType', 'asymmetricMatch', '$$typeof'])

/**
 * Gives the object behind a front that throws when a member is asked for that it lacks.
 *
 * @template {object} T
 * @param {string} name what the app calls it
 * @param {T} object
 * @returns {T}
 */
function loud(name, object) {
  return new Proxy(object, {
    get(target, key) {
      const member = Reflect.get(target, key, target)
      if (member === undefined && !(key in target) && typeof key === 'string' && !ASKED_BY_THE_LANGUAGE.has(key)) {
        throw new Error(`The Electron stand-in has no ${name}.${key}: add it to test/electron`)
      }
      // Private members are the target's, so its methods must run on it and not on the front.
      return typeof member === 'function' && !member.prototype ? member.bind(target) : member
    },
  })
}

module.exports = { loud }
