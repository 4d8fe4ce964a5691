/** One request on a connection of its own, and all that is worth knowing of its answer. */
import { connect } from 'node:net'

export interface Answer {
  readonly status: number
  /** The status line and field lines, without the empty line. */
  readonly head: string
  /** Octets of the answer as they came, head and framing with them. */
  readonly wireBytes: number
  readonly content: Buffer
  /** From the request to the first octet of the answer; connecting comes before. */
  readonly firstByteMs: number
  /** From the request to the last octet of the answer. */
  readonly elapsedMs: number
}

const PATIENCE_MS = 120_000

/**
 * Asks with GET, as `wrk` does: HTTP/1.1, a Host and what else is given, and nothing about the connection. The answer
 * says its length, is chunked, or ends with the connection.
 *
 * @param fields more field lines, each as `Name: value`
 * @throws {Error} when the connection breaks, or nothing comes for two minutes
 */
export function askOnce(port: number, target: string, fields: readonly string[] = []): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    let began = 0
    let firstByteMs = 0
    let end: AnswerEnd | undefined
    const socket = connect(port, '127.0.0.1', () => {
      const lines = [`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${String(port)}`, ...fields]
      began = performance.now()
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    })
    const finish = (): void => {
      const elapsedMs = performance.now() - began
      socket.destroy()
      try {
        resolve({ ...readAnswer(Buffer.concat(pieces)), firstByteMs, elapsedMs })
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    socket.on('data', (piece: Buffer) => {
      if (pieces.length === 0) firstByteMs = performance.now() - began
      pieces.push(piece)
      end ??= new AnswerEnd()
      if (end.sees(piece)) finish()
    })
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error(`Waited in vain for ${target}`)))
    socket.on('end', finish)
    socket.on('error', reject)
  })
}

/** Gives the value of a field of an answer's head. */
export function fieldOf(head: string, name: string): string | undefined {
  const prefix = `${name.toLowerCase()}:`
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(prefix))
  return line?.slice(prefix.length).trim()
}

/** Notices the end of one answer among the pieces that come. */
class AnswerEnd {
  #head: Buffer = Buffer.alloc(0)
  #missing: number | undefined
  #isChunked = false

  sees(piece: Buffer): boolean {
    if (this.#missing !== undefined) this.#missing -= piece.length
    else if (!this.#isChunked) this.#readHead(piece)
    return this.#isChunked ? piece.subarray(-5).toString('latin1') === '0\r\n\r\n' : (this.#missing ?? 1) <= 0
  }

  #readHead(piece: Buffer): void {
    this.#head = Buffer.concat([this.#head, piece])
    const end = this.#head.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#head.toString('latin1', 0, end)
    const length = / (?:204|304) /.test(head.slice(0, 13)) ? '0' : fieldOf(head, 'Content-Length')
    if (length !== undefined) this.#missing = Number(length) - (this.#head.length - end - 4)
    else this.#isChunked = fieldOf(head, 'Transfer-Encoding')?.toLowerCase() === 'chunked'
    // Without either, the answer ends with the connection.
    if (length === undefined && !this.#isChunked) this.#missing = Infinity
  }
}

function readAnswer(octets: Buffer): Pick<Answer, 'status' | 'head' | 'wireBytes' | 'content'> {
  const end = octets.indexOf('\r\n\r\n')
  if (end < 0) throw new Error(`Cannot read an answer of ${String(octets.length)} octets: its head has no end`)
  const head = octets.toString('latin1', 0, end)
  const rest = octets.subarray(end + 4)
  const isChunked = fieldOf(head, 'Transfer-Encoding')?.toLowerCase() === 'chunked'
  return {
    status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]),
    head,
    wireBytes: octets.length,
    content: isChunked ? joinChunks(rest) : rest,
  }
}

/** RFC 9112 §7.1, from a server that a benchmark has to trust as far as that. */
function joinChunks(octets: Buffer): Buffer {
  const chunks: Buffer[] = []
  let at = 0
  for (;;) {
    const lineEnd = octets.indexOf('\r\n', at)
    const size = parseInt(octets.toString('latin1', at, lineEnd), 16)
    if (lineEnd < 0 || Number.isNaN(size)) throw new Error('Cannot read the chunks of an answer')
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(octets.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
}
