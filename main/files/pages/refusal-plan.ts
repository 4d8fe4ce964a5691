import { fieldValue } from '../../http/field-lines'
import type { FieldLine, ResponseField } from '../../http/message'
import type { AnswerReason, ResponsePlan } from '../../http/response-plan'
import { refusalPage } from './refusal-page'

/** A refusal with its row's reason and what it must carry besides the page. */
export interface RefusalAnswer {
  readonly status: number
  readonly reason: AnswerReason
  readonly fields?: readonly ResponseField[]
}

/** The part of a request that its refusal depends on. */
export interface RefusedRequest {
  readonly method: string
  readonly fields: readonly FieldLine[]
}

/** Plans a refusal with its page; `shareId` is undefined when no share is concerned. */
export function refusalPlan(
  { status, reason, fields = [] }: RefusalAnswer,
  request: RefusedRequest,
  shareId: number | undefined,
): ResponsePlan {
  const { fields: pageFields, bytes } = refusalPage({ status, reason }, fieldValue(request.fields, 'accept-language'))
  return {
    status,
    fields: [...pageFields, ...fields],
    content: request.method === 'HEAD' ? { kind: 'none', length: bytes.length } : { kind: 'bytes', bytes },
    subject: { kind: 'page', reason, ...(shareId === undefined ? {} : { shareId }) },
  }
}
