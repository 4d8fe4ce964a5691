/** Asks another Node for its profiles, over the protocol that its debugger speaks. */
import { once } from 'node:events'
import { WebSocket } from 'ws'

interface Reply {
  readonly id?: number
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

export class Inspector {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  #count = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.on('message', (text: Buffer) => {
      this.#receive(JSON.parse(text.toString()) as Reply)
    })
  }

  /** @param output what a Node with `--inspect` has printed: the address is in it */
  static async open(output: string): Promise<Inspector> {
    const url = /ws:\/\/\S+/.exec(output)?.[0]
    if (url === undefined) throw new Error('Cannot find the address of the inspector')
    const socket = new WebSocket(url)
    await once(socket, 'open')
    return new Inspector(socket)
  }

  /**
   * Calls a method of the protocol.
   *
   * @throws {Error} when it is refused
   */
  call(method: string, params: object = {}): Promise<unknown> {
    const id = (this.#count += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#socket.send(JSON.stringify({ id, method, params }))
    })
  }

  close(): void {
    this.#socket.close()
  }

  #receive({ id, result, error }: Reply): void {
    const waiting = this.#waiting.get(id ?? 0)
    this.#waiting.delete(id ?? 0)
    if (error === undefined) waiting?.resolve(result)
    else waiting?.reject(new Error(error.message))
  }
}
