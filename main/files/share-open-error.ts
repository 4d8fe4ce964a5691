/** Why a path cannot be shared, or a folder of a share not be shown to the user. */
export type ShareOpenFault = 'not-found' | 'unreadable' | 'not-shareable'

/** A path that was given to us cannot be used. `code` is for the use case; the message is for a developer. */
export class ShareOpenError extends Error {
  override readonly name = 'ShareOpenError'
  readonly code: ShareOpenFault

  constructor(code: ShareOpenFault, path: string) {
    super(`Cannot open ${JSON.stringify(path)}: ${code}`)
    this.code = code
  }
}
