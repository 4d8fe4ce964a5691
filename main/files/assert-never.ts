/** Closes a discriminated union: a case that was forgotten is a type error here. */
export function assertNever(value: never): never {
  throw new TypeError(`Cannot go on with an unknown case: ${JSON.stringify(value)}`)
}
