/** What has to be true of the parser whatever it is fed. */
import { ProtocolError } from '../../main/http/protocol-error'
import { RequestParser } from '../../main/http/request-parser'
import { DEFAULT_LIMITS } from '../../main/http/parser-limits'
import { describeEvents, drain } from '../support/parser-events'
import type { Random } from './random'

/** Longer ones are cut only at random: octet by octet they would take most of the time. */
const LONGEST_BY_OCTET = 3000

/** The most that is held once everything has been read that can be: a head, or the line that a chunk begins with. */
const MOST_HELD = DEFAULT_LIMITS.headBytes

/**
 * Feeds the octets to the parser in several ways, and gives what is wrong; undefined when nothing is.
 *
 * However they are cut the events have to be the same, nothing but a ProtocolError may be thrown, little may be held,
 * and there may not be more events than octets can account for.
 */
export function tryParser(octets: string, random: Random): string | undefined {
  const bytes = Buffer.from(octets, 'latin1')
  const whole = describeEvents([bytes], { withFields: true })
  const ways = [cutAtRandom(bytes, random), cutAtRandom(bytes, random)]
  if (bytes.length <= LONGEST_BY_OCTET) ways.push(Array.from(bytes, (_, at) => bytes.subarray(at, at + 1)))
  for (const chunks of ways) {
    const events = describeEvents(chunks, { withFields: true })
    if (events.join('\n') !== whole.join('\n')) {
      const lengths = chunks.map(({ length }) => length).join(' ')
      return `cut into ${lengths} it was read as\n${events.join('\n')}\ninstead of\n${whole.join('\n')}`
    }
  }
  return tryBounds(ways[0] ?? [])
}

function cutAtRandom(bytes: Buffer, random: Random): Buffer[] {
  const ends = random
    .several(6, () => random.below(bytes.length + 1))
    .concat(bytes.length)
    .sort((one, other) => one - other)
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
}

function tryBounds(chunks: readonly Buffer[]): string | undefined {
  const parser = new RequestParser()
  let [pushed, events] = [0, 0]
  try {
    for (const chunk of chunks) {
      parser.push(chunk)
      pushed += chunk.length
      drain(parser, () => {
        events += 1
        // Each request has a head and an end, and each piece of content at least one octet.
        if (events > pushed + 2) throw new Error(`there are more events than the ${String(pushed)} octets hold`)
      })
      if (parser.bufferedBytes > MOST_HELD) return `${String(parser.bufferedBytes)} octets are held`
    }
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    const { bytes } = parser.rejected()
    if (bytes.length > DEFAULT_LIMITS.headBytes) return `${String(bytes.length)} octets are kept of a refused message`
  }
  return undefined
}
