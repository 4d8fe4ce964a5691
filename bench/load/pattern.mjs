/** What the large file is made of: one block again and again, so that its octets at any place are known. */
import { createHash } from 'node:crypto'

/** A prime, so that no reader who is off by a power of two finds the right octets. */
const BLOCK_BYTES = 1_048_573

/** Octets without a pattern, the same on every run. */
export const BLOCK = makeBlock()

function makeBlock() {
  const parts = []
  for (let length = 0, count = 0; length < BLOCK_BYTES; length += 64, count += 1) {
    parts.push(createHash('sha512').update(String(count)).digest())
  }
  return Buffer.concat(parts).subarray(0, BLOCK_BYTES)
}

/**
 * Gives the octets of the large file from one place on.
 *
 * @param {number} first
 * @param {number} length
 */
export function patternAt(first, length) {
  const octets = Buffer.allocUnsafe(length)
  for (let at = 0; at < length;) at += BLOCK.copy(octets, at, (first + at) % BLOCK_BYTES)
  return octets
}

/**
 * Tells whether a piece is what the large file has at a place.
 *
 * @param {Buffer} piece
 * @param {number} first where the piece begins in the file
 */
export function isPattern(piece, first) {
  for (let at = 0; at < piece.length;) {
    const from = (first + at) % BLOCK_BYTES
    const length = Math.min(piece.length - at, BLOCK_BYTES - from)
    if (piece.compare(BLOCK, from, from + length, at, at + length) !== 0) return false
    at += length
  }
  return true
}
