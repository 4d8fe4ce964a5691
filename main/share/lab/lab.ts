/**
 * The fault lab: serves chosen downloads wrongly on purpose, so that a person can see what a client makes of it. It
 * stands before the router and changes what that is asked, and the plans that it gives; while it is off, nothing does.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { LabFaultKind, LabFaults, LabRule, LabRuleView } from '../../../preload/lab'
import type { ResponseField } from '../../http/message'
import type { ResponseContent, ResponsePlan } from '../../http/response-plan'
import { SendError } from '../../server/send-error'
import type { Handler, IncomingRequest } from '../../server/handler'
import { closingStream } from './closing-stream'
import { LabRules } from './lab-rules'
import type { ActiveRule, LabSubject } from './lab-rules'
import { isTampered, tamperContent } from './tampered-content'
import { tamperRequest } from './tampered-request'

export interface LabParts {
  /** Whose connection it is; null when nobody knows. */
  readonly clientOf: (connectionId: number) => number | null
  /** Called when a rule has come, has gone, or has been met. */
  readonly onChange: () => void
}

export class Lab {
  readonly #parts: LabParts
  readonly #rules = new LabRules()

  constructor(parts: LabParts) {
    this.#parts = parts
  }

  views(): readonly LabRuleView[] {
    return this.#rules.views()
  }

  /** Sets the faults for one target. Without faults, that target is served as it should be again. */
  set(rule: LabRule): void {
    this.#rules.set(rule)
    this.#parts.onChange()
  }

  /** Ends all faults. What is being sent already goes on as it began. */
  clear(): void {
    this.#rules.clear()
    this.#parts.onChange()
  }

  /** Puts the lab before a handler. */
  before(handler: Handler): Handler {
    return (request) => {
      if (this.#rules.isEmpty) return handler(request)
      const clientId = this.#parts.clientOf(request.connection.connectionId)
      return this.#rules.mayConcern(clientId) ? this.#answer(handler, request, clientId) : handler(request)
    }
  }

  async #answer(handler: Handler, request: IncomingRequest, clientId: number | null): Promise<ResponsePlan> {
    const plan = await handler(request)
    const rule = this.#rules.find(subjectOf(plan, clientId))
    if (rule === undefined) return plan
    this.#learnSize(rule, plan)

    const met = new Set<LabFaultKind>()
    const seen = tamperRequest(request.head, rule.faults)
    let answered = plan
    if (seen !== request.head) {
      // Only now is it known that the request is about the file of the rule: it is asked again, with less to see.
      await discard(plan.content)
      answered = await handler(onlyHead(request, seen))
      met.add(causeOfUnseen(rule.faults))
    }
    const tampered = this.#tamper(answered, { rule, request, met })
    await this.#keepBack(rule, request, met)
    return met.size === 0 ? tampered : withFaults(tampered, [...met])
  }

  #tamper(plan: ResponsePlan, { rule, request, met }: Tampering): ResponsePlan {
    const { faults } = rule
    const fields = faults.weakTag === true ? weakenTags(plan.fields, met) : plan.fields
    const content = this.#tamperContent(plan.content, { rule, request, met })
    if (faults.extraLength === undefined || content.kind === 'none') return { ...plan, fields, content }
    met.add('wrong-length')
    return { ...plan, fields, content: announceMore(content, faults.extraLength), close: true }
  }

  #tamperContent(content: ResponseContent, { rule, request, met }: Tampering): ResponseContent {
    const { cutAt, stall, oneByOne } = rule.faults
    // It cuts once: the client is to come back and find everything in order.
    const cuts = cutAt !== undefined && rule.cutExchangeId === null
    const faults = { ...(cuts && { cutAt }), ...(stall && { stall }), ...(oneByOne && { oneByOne }) }
    if (content.kind !== 'parts' || !isTampered(content, faults)) return content
    if (oneByOne === true) met.add('one-by-one')
    if (stall !== undefined && isTampered(content, { stall })) met.add('stall')
    if (cuts && isTampered(content, { cutAt })) met.add('cut')
    return tamperContent(content, {
      faults,
      wait: (ms) => waitFor(ms, request.signal),
      onCut: () => {
        rule.cutExchangeId = request.exchangeId
        this.#parts.onChange()
      },
    })
  }

  async #keepBack({ faults }: ActiveRule, request: IncomingRequest, met: Set<LabFaultKind>): Promise<void> {
    if (faults.lateHeadSeconds === undefined) return
    met.add('late-head')
    // Who leaves meanwhile is told of by the connection: the plan is still given, so that what it holds open is closed.
    await waitFor(faults.lateHeadSeconds * 1000, request.signal).catch(() => undefined)
  }

  #learnSize(rule: ActiveRule, { subject }: ResponsePlan): void {
    if (rule.target.file === null || subject?.size === undefined || rule.fileSize === subject.size) return
    rule.fileSize = subject.size
    this.#parts.onChange()
  }
}

interface Tampering {
  readonly rule: ActiveRule
  readonly request: IncomingRequest
  /** The faults that are in this answer. */
  readonly met: Set<LabFaultKind>
}

function subjectOf({ subject }: ResponsePlan, clientId: number | null): LabSubject {
  const isFile = subject?.kind === 'file'
  return { clientId, shareId: subject?.shareId, path: isFile ? subject.path : undefined, size: subject?.size }
}

/** The same request with another head. Its content and its signal are read from the one that came. */
function onlyHead(request: IncomingRequest, head: IncomingRequest['head']): IncomingRequest {
  return {
    exchangeId: request.exchangeId,
    head,
    framing: request.framing,
    connection: request.connection,
    content: request.content,
    routed: () => {
      request.routed()
    },
    get signal() {
      return request.signal
    },
  }
}

/** Which fault has kept fields from the handler; in the order in which `tamperRequest` goes by them. */
function causeOfUnseen({ ignoreRange, ignoreIfRange }: LabFaults): LabFaultKind {
  if (ignoreRange === true) return 'ignore-range'
  return ignoreIfRange === true ? 'ignore-if-range' : 'weak-tag'
}

function weakenTags(fields: readonly ResponseField[], met: Set<LabFaultKind>): readonly ResponseField[] {
  return fields.map((field) => {
    const [name, value] = field
    if (name !== 'ETag' || value.startsWith('W/')) return field
    met.add('weak-tag')
    return [name, `W/${value}`]
  })
}

/** The content, announced as longer than it is: the client waits for octets that never come. */
function announceMore(content: ResponseContent & { readonly kind: 'bytes' | 'parts' | 'stream' }, octets: number) {
  const { length } = content.kind === 'bytes' ? content.bytes : content
  if (length === undefined) return content
  return { kind: 'stream', chunks: endingEarly(content), length: length + octets } as const
}

function endingEarly(content: ResponseContent): AsyncIterable<Uint8Array> {
  const whole = content.kind === 'parts' ? plainStream(content) : content
  return closingStream(
    () => chunksThenCut(whole),
    () => discard(whole),
  )
}

async function* chunksThenCut(content: ResponseContent): AsyncGenerator<Uint8Array, undefined> {
  if (content.kind === 'bytes') yield content.bytes
  if (content.kind === 'stream') yield* content.chunks
  throw new SendError('lab-cut')
}

function plainStream(content: ResponseContent & { readonly kind: 'parts' }): ResponseContent {
  return tamperContent(content, { faults: {}, wait: () => Promise.resolve(), onCut: () => undefined })
}

async function discard(content: ResponseContent): Promise<void> {
  if (content.kind === 'parts') await content.source.close()
  if (content.kind === 'stream') await content.chunks[Symbol.asyncIterator]().return?.()
}

function withFaults(plan: ResponsePlan, lab: readonly LabFaultKind[]): ResponsePlan {
  return { ...plan, subject: { kind: 'page', ...plan.subject, lab } }
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal })
}
