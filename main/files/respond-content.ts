import { randomBytes } from 'node:crypto'
import type { ByteRange } from '../http/byte-range'
import type { ResponseField } from '../http/message'
import { contentRange, multipartContent, unsatisfiedRange } from '../http/multipart-byteranges'
import type { ContentPart, ReadyContent, ResponsePlan, ResponseSubject } from '../http/response-plan'
import { unicodeName } from './file-name'
import type { ContentFound, ContentUnneeded } from './outcome'
import { refusalPlan } from './pages/refusal-plan'
import type { FileRequest } from './served-content'

/** Plans a file that is sent, whole or in part. It is closed here when there is nothing to read from it. */
export function contentPlan(outcome: ContentFound, request: FileRequest, shareId: number): ResponsePlan {
  const { file, representation, ranges } = outcome
  const { fields } = representation
  const { size } = file.facts
  const subject = subjectOf(outcome, shareId)
  if (request.method === 'HEAD') {
    void file.source.close()
    return { status: 200, fields, content: { kind: 'none', length: size }, subject }
  }
  if (size === 0) {
    void file.source.close()
    return { status: 200, fields, content: { kind: 'bytes', bytes: new Uint8Array() }, subject }
  }
  if (ranges === undefined) {
    const content = partsOf(outcome, { first: 0, last: size - 1 })
    return { status: 200, fields, content, subject }
  }
  const [range, ...others] = ranges
  if (range !== undefined && others.length === 0) {
    const partFields: ResponseField[] = [...fields, ['Content-Range', contentRange(range, size)]]
    return { status: 206, fields: partFields, content: partsOf(outcome, range), subject: { ...subject, ranges } }
  }
  return multipartPlan(outcome, ranges, { fields, subject })
}

function partsOf({ file }: ContentFound, range: ByteRange): ResponsePlan['content'] {
  const parts: readonly ContentPart[] = [{ kind: 'range', range }]
  const length = range.last - range.first + 1
  const ready = length === file.facts.size ? file.ready : partOf(file.ready, range)
  return { kind: 'parts', source: file.source, parts, length, ready }
}

function partOf(whole: ReadyContent | undefined, { first, last }: ByteRange): ReadyContent | undefined {
  return whole && { bytes: whole.bytes.subarray(first, last + 1), behind: () => undefined }
}

function multipartPlan(
  { file, representation }: ContentFound,
  ranges: readonly ByteRange[],
  { fields, subject }: { readonly fields: readonly ResponseField[]; readonly subject: ResponseSubject },
): ResponsePlan {
  const { parts, length, partHeadBytes, mediaType } = multipartContent({
    ranges,
    size: file.facts.size,
    mediaType: representation.mediaType,
    boundary: randomBytes(18).toString('hex'),
  })
  return {
    status: 206,
    // The parts carry the file's own media type (RFC 9110 §15.3.7.2).
    fields: fields.map(([name, value]) => [name, name === 'Content-Type' ? mediaType : value]),
    content: { kind: 'parts', source: file.source, parts, length },
    subject: { ...subject, ranges, partHeadBytes },
  }
}

/** Plans the answer about a file that stays unsent, and closes it. */
export function unneededPlan(outcome: ContentUnneeded, request: FileRequest, shareId: number): ResponsePlan {
  void outcome.file.source.close()
  const subject = subjectOf(outcome, shareId)
  switch (outcome.kind) {
    case 'not-modified':
      return { status: 304, fields: outcome.representation.sharedFields, content: { kind: 'none' }, subject }
    case 'precondition-failed': {
      const reason = 'precondition-failed'
      return { ...refusalPlan({ status: 412, reason }, request, shareId), subject: { ...subject, reason } }
    }
    case 'range-not-satisfiable': {
      const reason = 'range-not-satisfiable'
      const fields: ResponseField[] = [
        ['Content-Range', unsatisfiedRange(outcome.file.facts.size)],
        ['Accept-Ranges', 'bytes'],
      ]
      return { ...refusalPlan({ status: 416, reason, fields }, request, shareId), subject: { ...subject, reason } }
    }
  }
}

function subjectOf({ file, representation }: ContentFound | ContentUnneeded, shareId: number): ResponseSubject {
  return {
    shareId,
    kind: 'file',
    path: unicodeName(file.names.join('/')),
    size: file.facts.size,
    entityTag: representation.entityTag,
  }
}
