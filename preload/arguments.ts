/**
 * Reads single values out of what comes from another process. Each parser gives a fresh value, so that fields nobody
 * asked for do not get in, and refuses what does not keep the contract.
 */

/** An argument that does not keep the contract. Its message is for a developer, never for a user. */
export class ContractError extends Error {
  override readonly name = 'ContractError'
}

/** Takes no argument. */
export function nothing(value: unknown): undefined {
  if (value !== undefined && value !== null) throw new ContractError('Cannot take an argument here')
  return undefined
}

/** The id of something that main has named. */
export function id(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw new ContractError(`Cannot read ${JSON.stringify(value)} as an id: expected a non-negative integer`)
  }
  return value
}

const MOST_IDS = 1000

/** A list of ids, no longer than anybody could have chosen. */
export function ids(value: unknown): readonly number[] {
  if (!Array.isArray(value) || value.length > MOST_IDS) {
    throw new ContractError(`Cannot read the ids: expected a list of at most ${String(MOST_IDS)}`)
  }
  return value.map(id)
}

/** Text that a person typed or that we made ourselves; bounded so that a slip cannot fill memory. */
export function text(value: unknown): string {
  if (typeof value !== 'string' || value.length > 65_536) {
    throw new ContractError('Cannot read the text: expected a string of at most 65536 characters')
  }
  return value
}

/** An object whose fields are still to be read. */
export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ContractError('Cannot read the argument: expected an object')
  }
  return value as Record<string, unknown>
}

/** True or false. */
export function flag(value: unknown): boolean {
  if (typeof value !== 'boolean') throw new ContractError(`Cannot read ${JSON.stringify(value)} as true or false`)
  return value
}

/** Gives the parser of a choice. */
export function oneOf<const T extends string>(...allowed: readonly T[]): (value: unknown) => T {
  return (value) => {
    const found = allowed.find((each) => each === value)
    if (found === undefined) {
      throw new ContractError(`Cannot read ${JSON.stringify(value)}: expected one of ${allowed.join(', ')}`)
    }
    return found
  }
}

/** A port to listen on; 0 takes any. */
export function port(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new ContractError(`Cannot share on port ${JSON.stringify(value)}: expected an integer from 0 to 65535`)
  }
  return value
}

/** Text of a form, bounded in length. */
export function matching(value: unknown, pattern: RegExp, most: number): string {
  if (typeof value === 'string' && value.length <= most && pattern.test(value)) return value
  throw new ContractError(`Cannot send ${JSON.stringify(value)} here`)
}
