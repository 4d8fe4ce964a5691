/** A request that the window has us send to ourselves. */
import { ContractError, id, matching, oneOf, record } from './arguments'

/** How an old request is asked differently. `same` sends its octets as they came. */
export const variations = ['same', 'head', 'whole', 'range', 'if-none-match', 'http-1.0', 'no-host', 'options'] as const
export type Variation = (typeof variations)[number]

/** A request that we send to ourselves. It goes to our own port and nowhere else, whatever its target says. */
export type OwnRequest =
  | { readonly kind: 'again'; readonly exchangeId: number; readonly variation: Variation }
  | {
      readonly kind: 'new'
      readonly method: string
      /** Visible US-ASCII, in the form in which it goes into the request line. */
      readonly target: string
      /** Host and Content-Length are added where they are missing. */
      readonly fields: readonly (readonly [name: string, value: string])[]
      /** Sent as UTF-8; null sends no content. */
      readonly content: string | null
    }

/** `token` of RFC 9110 §5.6.2: what a method and a field name are made of. */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/

/** Reads a request to ourselves; nothing in it can end a line of its head early. */
export function ownRequest(value: unknown): OwnRequest {
  const given = record(value)
  if (given.kind === 'again') {
    return { kind: 'again', exchangeId: id(given.exchangeId), variation: oneOf(...variations)(given.variation) }
  }
  if (given.kind !== 'new') throw new ContractError(`Cannot send a request of kind ${JSON.stringify(given.kind)}`)
  return {
    kind: 'new',
    method: matching(given.method, TOKEN, 32),
    target: matching(given.target, /^[!-~]+$/, 2048),
    fields: fieldLines(given.fields),
    content: given.content === null ? null : matching(given.content, /^[^]*$/, 4096),
  }
}

function fieldLines(value: unknown): readonly (readonly [name: string, value: string])[] {
  if (!Array.isArray(value) || value.length > 32) {
    throw new ContractError('Cannot read the fields: expected a list of at most 32')
  }
  return value.map((line: unknown) => {
    if (!Array.isArray(line)) throw new ContractError('Cannot read a field: expected a name and a value')
    // Visible US-ASCII with spaces: no octet of ours can end the line early (RFC 9110 §5.5).
    return [matching(line[0], TOKEN, 128), matching(line[1], /^(?:[!-~](?:[ !-~]*[!-~])?)?$/, 2048)]
  })
}
