import type { FieldLine, ParserEvent } from '../../main/http/message'
import { ProtocolError } from '../../main/http/protocol-error'
import { RequestParser } from '../../main/http/request-parser'

/**
 * Feeds the chunks to a parser as a connection would, and tells what came of it: one line for each event, pieces of
 * content joined, then `idle` when nothing came or `waits` when more is needed.
 *
 * @param withFields also lists the field lines of every head
 */
export function describeEvents(chunks: readonly Uint8Array[], { withFields = false } = {}): string[] {
  const parser = new RequestParser()
  const lines: string[] = []
  try {
    for (const chunk of chunks) {
      parser.push(chunk)
      drain(parser, (event) => lines.push(...describeEvent(event, withFields)))
    }
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    return [...joinContent(lines), describeFault(error)]
  }
  if (!parser.idle) lines.push('waits')
  return lines.length === 0 ? ['idle'] : joinContent(lines)
}

/** Calls back with every event that the octets pushed so far hold. */
export function drain(parser: RequestParser, take: (event: ParserEvent) => void): void {
  for (let event = parser.next(); event.kind !== 'need-more'; event = parser.next()) take(event)
}

function describeEvent(event: ParserEvent, withFields: boolean): string[] {
  switch (event.kind) {
    case 'need-more':
      return []
    case 'head': {
      const { method, target, version, fields } = event.head
      const framing = event.framing.kind === 'length' ? `length ${String(event.framing.length)}` : event.framing.kind
      return [`head ${method} ${target} ${version} ${framing}`, ...(withFields ? fieldLines('field', fields) : [])]
    }
    case 'content':
      return [`content ${Buffer.from(event.bytes).toString('latin1')}`]
    case 'end':
      return ['end', ...fieldLines('trailer', event.trailers)]
  }
}

function fieldLines(word: string, fields: readonly FieldLine[]): string[] {
  return fields.map(({ name, value }) => `${word} ${name}: ${value}`)
}

function describeFault({ code, status, offset, foreign }: ProtocolError): string {
  return `refused ${code} ${String(status)}${foreign === undefined ? '' : ` ${foreign}`} at ${String(offset)}`
}

function joinContent(lines: readonly string[]): string[] {
  const joined: string[] = []
  for (const line of lines) {
    const previous = joined.at(-1)
    if (line.startsWith('content ') && previous?.startsWith('content ') === true) {
      joined.splice(-1, 1, previous + line.slice('content '.length))
    } else {
      joined.push(line)
    }
  }
  return joined
}
