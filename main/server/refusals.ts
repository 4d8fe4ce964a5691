import { fieldValue } from '../http/field-lines'
import type { RequestHead, ResponseField } from '../http/message'
import type { AnswerReason, ResponsePlan } from '../http/response-plan'

/** What the server itself has to refuse. `reason` is an `AnswerReason`, a `ProtocolFaultCode`, or `over-limit`. */
export interface Refusal {
  readonly status: number
  readonly reason?: string
}

export interface FaultAnswer {
  /** Without Date, Connection and Content-Length, like those of a plan. */
  readonly fields: readonly ResponseField[]
  readonly bytes: Uint8Array
}

/** Makes the page for a refusal, in the reader's language; it reflects nothing that the client sent. */
export type FaultPage = (refusal: Refusal, acceptLanguage: string | undefined) => FaultAnswer

/** Plans the answer to a refusal. The connection closes afterwards unless `close` says otherwise. */
export function planRefusal(
  faultPage: FaultPage,
  refusal: Refusal & { readonly subjectReason?: AnswerReason; readonly close?: boolean },
  head?: Pick<RequestHead, 'fields'>,
): ResponsePlan {
  const { status, reason, subjectReason } = refusal
  const acceptLanguage = head === undefined ? undefined : fieldValue(head.fields, 'accept-language')
  const page = faultPage({ status, ...(reason !== undefined && { reason }) }, acceptLanguage)
  return {
    status,
    fields: page.fields,
    content: { kind: 'bytes', bytes: page.bytes },
    close: refusal.close ?? true,
    subject: { kind: 'page', ...(subjectReason && { reason: subjectReason }) },
  }
}

/** Closes what a plan holds open when its content will not be sent. Never throws. */
export async function discardContent({ content }: Pick<ResponsePlan, 'content'>): Promise<void> {
  try {
    if (content.kind === 'parts') await content.source.close()
    if (content.kind === 'stream') await content.chunks[Symbol.asyncIterator]().return?.()
  } catch {
    // Nothing of it was used: that it cannot be closed either changes nothing for the client.
  }
}
