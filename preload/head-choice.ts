import { id, oneOf, record } from './arguments'

/** One of the two heads of an exchange. */
export interface HeadChoice {
  readonly exchangeId: number
  readonly message: 'request' | 'response'
}

/** Reads which head is meant. */
export function headChoice(value: unknown): HeadChoice {
  const { exchangeId, message } = record(value)
  return { exchangeId: id(exchangeId), message: oneOf('request', 'response')(message) }
}
