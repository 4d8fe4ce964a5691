/**
 * `node slow-readers-client.mjs PORT TARGET COUNT MS`: so many readers of one large file, each of which takes 64 KiB a
 * second, for so long. Prints as JSON how many were still being answered at the end.
 */
import { connect } from 'node:net'
import process, { argv } from 'node:process'

const [, , port = '', target = '', count = '', durationMs = ''] = argv
const TICK_MS = 100
/** Each reader has its turn once in so many ticks. */
const TURNS = 10

const buffer = Buffer.allocUnsafeSlow(64 * 1024)
const request = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
let octets = 0
let ended = 0
const sockets = Array.from({ length: Number(count) }, () => {
  const socket = connect({
    port: Number(port),
    host: '127.0.0.1',
    onread: {
      buffer,
      callback: (length) => {
        octets += length
        // No more until its next turn.
        return false
      },
    },
  })
  socket.on('connect', () => socket.write(request))
  socket.on('error', () => undefined)
  socket.on('close', () => (ended += 1))
  return socket
})

let tick = 0
setInterval(() => {
  for (let index = tick % TURNS; index < sockets.length; index += TURNS) sockets[index]?.resume()
  tick += 1
}, TICK_MS)

setTimeout(() => {
  process.stdout.write(JSON.stringify({ octets, open: sockets.length - ended }))
  process.exit(0)
}, Number(durationMs))
