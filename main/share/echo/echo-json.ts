import { Buffer } from 'node:buffer'
import type { EchoFacts } from './echo-facts'

/** Writes the echo for programs. `headBase64` holds the octets as they came; everything else is made readable. */
export function writeEchoJson(facts: EchoFacts): string {
  const { method, target, version, at, client, server, fields, headBytes, content } = facts
  const answer = {
    method,
    target,
    version,
    time: new Date(at).toISOString(),
    client,
    server,
    fields,
    headBase64: Buffer.from(headBytes).toString('base64'),
    content:
      content === null
        ? null
        : { size: content.size, sha256: content.sha256, text: content.text, textIsCut: content.isCut },
  }
  return `${JSON.stringify(answer, undefined, 2)}\n`
}
