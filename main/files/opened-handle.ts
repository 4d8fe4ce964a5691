import type { FileHandle } from 'node:fs/promises'
import type { ByteSource } from '../http/response-plan'
import type { OpenFileLimit } from './open-file-limit'

/** Gives the link by which Linux tells where an open file is (proc_pid_fd(5)). */
export function descriptorLink(descriptor: number): string {
  return `/proc/self/fd/${String(descriptor)}`
}

/**
 * An open file or folder that is closed exactly once, whoever asks for it how often.
 *
 * A read that rejects because the drive does not answer may still write into its target later: the target must not be
 * used again.
 */
export class OpenedHandle implements ByteSource {
  readonly #handle: FileHandle
  readonly #limit: OpenFileLimit
  readonly #countOff: () => void
  #closing: Promise<void> | undefined

  /** @param countOff from `OpenFileLimit.countFile`; called when the file has been closed */
  constructor(handle: FileHandle, limit: OpenFileLimit, countOff: () => void) {
    this.#handle = handle
    this.#limit = limit
    this.#countOff = countOff
  }

  /** The descriptor's number, for the links of /proc/self/fd. */
  get descriptor(): number {
    return this.#handle.fd
  }

  async read(target: Uint8Array, position: number): Promise<number> {
    const { bytesRead } = await this.#limit.run(() => this.#handle.read(target, 0, target.length, position))
    return bytesRead
  }

  /** Waits for reads under way. Never rejects: there is nothing left to do about a file that does not close. */
  close(): Promise<void> {
    this.#closing ??= this.#handle
      .close()
      .catch(() => undefined)
      .finally(this.#countOff)
    return this.#closing
  }
}
