import { describe, expect, it } from 'vitest'
import type { ForeignProtocol } from '../../../main/http/foreign-protocol'
import type { ProtocolFaultCode } from '../../../main/http/protocol-error'
import type { AnswerReason } from '../../../main/http/response-plan'
import type { AbortCause } from '../../../main/server/events'
import { parserStates } from '../../../renderer/text/autopsy'
import { expectations, explanations, protocols, ruleSections } from '../../../renderer/text/detail'
import { isKnownStatus, isReason, nameStatus, reasons, statuses } from '../../../renderer/text/requests'

// The compiler holds these: a code that main learns to give has words in the window, and no word has lost its code.
type EveryReason = AnswerReason | ProtocolFaultCode | AbortCause
reasons satisfies Readonly<Record<EveryReason, unknown>>
expectations satisfies Readonly<Record<ProtocolFaultCode, unknown>>
parserStates satisfies Readonly<Record<ProtocolFaultCode, unknown>>
ruleSections satisfies Readonly<Record<ProtocolFaultCode, unknown>>
explanations satisfies Readonly<Record<EveryReason, unknown>>
protocols satisfies Readonly<Record<ForeignProtocol, unknown>>
const codes = Object.keys(reasons) as (keyof typeof reasons)[] satisfies EveryReason[]

describe('reason texts', () => {
  it('name a rule only for codes that there are', () => {
    const named = [...Object.keys(ruleSections), ...Object.keys(expectations), ...Object.keys(parserStates)]
    expect(named.filter((code) => !isReason(code))).toEqual([])
  })

  it('are short enough for a row, and never a sentence', () => {
    const long = codes.filter((code) => reasons[code].en.length > 40 || reasons[code]['zh-CN'].length > 30)
    expect(long).toEqual([])
    expect(codes.filter((code) => /[.。]$/.test(reasons[code].en + reasons[code]['zh-CN']))).toEqual([])
  })

  it('explain in whole sentences', () => {
    expect(codes.filter((code) => !explanations[code].en.endsWith('.'))).toEqual([])
    expect(codes.filter((code) => !explanations[code]['zh-CN'].endsWith('。'))).toEqual([])
  })

  it('know no other code', () => {
    expect([isReason('toString'), isReason(null), isReason('hidden-secret')]).toEqual([false, false, true])
  })
})

describe('nameStatus', () => {
  it('names the statuses that we send, and gives any other as it is', () => {
    expect([nameStatus(206), nameStatus(299), isKnownStatus(299)]).toEqual(['206 Partial Content', '299', false])
  })

  it('has a name for every status that has a meaning', () => {
    expect(Object.keys(statuses).filter((status) => nameStatus(Number(status)) === status)).toEqual([])
  })
})
