import type { Socket } from 'node:net'
import type { Deadlines } from './deadlines'
import type { ServerLimits } from './limits'

/**
 * Closes a connection so that the client can still read the last answer.
 *
 * Closing at once while octets of the client are unread, or on their way, makes the system answer them with a reset,
 * and a reset takes the answer away from a client that has not read it yet. So only our half is closed, and what comes
 * in is dropped until the client has closed its own (RFC 9112 §9.6): for some seconds, and some octets, at most.
 */
export function closeLingering(
  socket: Socket,
  { deadlines, limits }: { readonly deadlines: Deadlines; readonly limits: ServerLimits },
): void {
  const until = deadlines.now + limits.lingerMs
  const unwatch = deadlines.watch({
    tick: (now) => {
      if (now >= until) socket.destroy()
    },
  })
  socket.once('close', unwatch)

  let droppedBytes = 0
  socket.on('data', (chunk: Uint8Array) => {
    droppedBytes += chunk.length
    if (droppedBytes > limits.lingerBytes) socket.destroy()
  })
  socket.resume()
  socket.end()
}
