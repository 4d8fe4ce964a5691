import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Answers, Command } from '../../preload/contract'
import type { ToPage } from '../../preload/console-wire'

/** The window's side of the browser console, without a window. */
export class ConsoleClient {
  readonly #socket: WebSocket
  #calls = 0

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  /** @param url as the command line prints it, key included */
  static async open(url: string): Promise<ConsoleClient> {
    const socket = new WebSocket(new URL('./ws', url).href.replace(/^http/, 'ws'), { origin: new URL(url).origin })
    await once(socket, 'open')
    return new ConsoleClient(socket)
  }

  /** Gives the answer to a command of the contract; rejects with what main says of a failure. */
  call<C extends Command>(command: C, argument?: unknown): Promise<Answers[C]> {
    const id = (this.#calls += 1)
    return new Promise((resolve, reject) => {
      const take = (text: Buffer): void => {
        const message = JSON.parse(text.toString()) as ToPage
        if (message.type === 'batch' || message.id !== id) return
        this.#socket.off('message', take)
        if (message.type === 'answer') resolve(message.value as Answers[C])
        else reject(new Error(message.message))
      }
      this.#socket.on('message', take)
      this.#socket.send(JSON.stringify({ type: 'call', id, command, argument }))
    })
  }

  close(): void {
    this.#socket.close()
  }
}
