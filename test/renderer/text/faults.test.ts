import { describe, expect, it } from 'vitest'
import type { Fault, FaultCode } from '../../../preload/views'
import { speakAll } from '../../../renderer/text/catalogue'
import { sayFault } from '../../../renderer/text/faults'
import { languages } from '../../../renderer/text/message'

const CODES: readonly FaultCode[] = [
  'port-in-use',
  'port-forbidden',
  'host-unavailable',
  'share-not-found',
  'share-unreadable',
  'share-not-shareable',
  'share-name-taken',
  'share-wide',
  'nothing-shared',
  'unknown-id',
  'not-serving',
  'request-not-kept',
  'content-not-kept',
  'cannot-vary',
  'no-answer',
  'nothing-to-export',
  'saved-session',
  'not-a-session',
  'session-newer',
  'session-unreadable',
  'windows-full',
  'window-blocked',
  'disk-full',
  'file-unwritable',
  'settings-corrupt',
  'settings-unwritable',
  'unexpected-error',
]

function say(fault: Fault) {
  return sayFault(fault, speakAll('en').faults, (name) => `“${name}”`)
}

describe('sayFault', () => {
  it.each(CODES)('says %s as a full sentence in both languages, with and without a name', (code) => {
    for (const language of languages) {
      const spoken = speakAll(language).faults
      for (const fault of [{ code }, { code, about: 'Photos' }] satisfies Fault[]) {
        expect(sayFault(fault, spoken, (name) => `“${name}”`).sentence).toMatch(/[.。]$/)
      }
    }
  })

  it('offers the next free port when one is known', () => {
    expect(say({ code: 'port-in-use', about: '8080', alternative: 8081 })).toEqual({
      sentence: 'Another program is using port 8080.',
      label: 'Use port 8081',
      action: { kind: 'use-port', port: 8081 },
    })
  })

  it('offers the settings when no free port is known', () => {
    expect(say({ code: 'port-forbidden', about: '80' }).action).toEqual({ kind: 'change-port' })
  })

  it('offers nothing where nothing can be done', () => {
    expect(say({ code: 'share-unreadable', about: 'Photos' })).toEqual({
      sentence: 'Porthole may not read “Photos”. Its permissions do not allow it.',
      label: null,
      action: null,
    })
  })
})
