/** The carrier to main is gone for now. Not a bug: whoever holds the carrier says so and tries again. */
export class LinkLostError extends Error {
  override readonly name = 'LinkLostError'
}
