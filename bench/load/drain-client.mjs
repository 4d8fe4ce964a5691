/**
 * `node drain-client.mjs PORT TARGET CONNECTIONS MS every|some`: downloads a file of the pattern again and again on so many
 * connections for so long, into one buffer, and prints what came as JSON. Of each piece `some` compares the first
 * octets with the pattern and `every` all of them, once: then it ends with the download.
 */
import { connect } from 'node:net'
import process, { argv } from 'node:process'
import { isPattern } from './pattern.mjs'

const [, , port = '', target = '', connections = '', durationMs = '', comparison = 'some'] = argv
/** One for all connections: what has come is looked at before anything else is read. */
const buffer = Buffer.allocUnsafeSlow(2 ** 20)
const LOOKED_AT = 64
const REQUEST = `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`

let octets = 0
let downloads = 0
let firstByteAt = 0
/** @type {string | undefined} */
let fault
/** @type {Set<import('node:net').Socket>} */
const sockets = new Set()
const began = performance.now()
const timer = setTimeout(finish, Number(durationMs))
for (let count = 0; count < Number(connections); count += 1) download()

function download() {
  let head = ''
  /** Octets of the current answer that are missing; NaN before its head has come. */
  let missing = NaN
  let size = 0
  const socket = connect({
    port: Number(port),
    host: '127.0.0.1',
    onread: { buffer, callback: (length) => receive(length) },
  })
  sockets.add(socket)
  socket.on('connect', () => socket.write(REQUEST))
  socket.on('error', (error) => fail(error.message))
  socket.on('close', () => {
    sockets.delete(socket)
    if (missing > 0) fail('the connection ended in the middle')
    else if (fault === undefined && !finished) download()
  })

  /** @param {number} length */
  function receive(length) {
    if (firstByteAt === 0) firstByteAt = performance.now()
    const content = Number.isNaN(missing) ? readHead(buffer.subarray(0, length)) : buffer.subarray(0, length)
    const looked = comparison === 'every' ? content : content.subarray(0, LOOKED_AT)
    if (!isPattern(looked, size - missing)) fail(`wrong octets at ${String(size - missing)}`)
    octets += content.length
    missing -= content.length
    if (missing < 0) fail('more octets than announced')
    if (missing === 0) next()
    return true
  }

  /** @param {Buffer} piece */
  function readHead(piece) {
    const before = head.length
    head += piece.toString('latin1')
    const end = head.indexOf('\r\n\r\n')
    if (end < 0) return piece.subarray(0, 0)
    size = Number(/\r\ncontent-length: *(\d+)/i.exec(head.slice(0, end))?.[1])
    if (!/^HTTP\/1\.[01] 200 /.test(head) || Number.isNaN(size)) fail(`not a download: ${head.slice(0, end)}`)
    missing = size
    head = ''
    return piece.subarray(end + 4 - before)
  }

  function next() {
    downloads += 1
    missing = NaN
    if (comparison === 'every') finish()
    // A server of HTTP/1.0 closes now, and then the next download begins on a new connection.
    else if (socket.writable) socket.write(REQUEST)
  }
}

let finished = false
function finish() {
  if (finished) return
  finished = true
  clearTimeout(timer)
  const elapsedMs = performance.now() - began
  for (const socket of sockets) socket.destroy()
  process.stdout.write(JSON.stringify({ octets, downloads, elapsedMs, firstByteMs: firstByteAt - began, fault }))
}

/** @param {string} sentence */
function fail(sentence) {
  fault ??= sentence
  finish()
}
