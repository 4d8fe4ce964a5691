/**
 * What this room uses of `node:buffer`, and so all that it can use: its tsconfig knows no other typings of Node.
 *
 * Named `.d.mts` so that no other project's `*.ts` takes it in: they have the whole of Node, and two declarations of
 * one module would meet.
 */
declare module 'node:buffer' {
  export interface Buffer extends Uint8Array<ArrayBuffer> {
    indexOf(value: number | Uint8Array, byteOffset?: number): number
    lastIndexOf(value: number | Uint8Array, byteOffset?: number): number
    toString(encoding?: 'latin1', start?: number, end?: number): string
    subarray(start?: number, end?: number): Buffer
    compare(
      target: Uint8Array,
      targetStart?: number,
      targetEnd?: number,
      sourceStart?: number,
      sourceEnd?: number,
    ): number
  }

  interface BufferConstructor {
    from(text: string, encoding?: 'latin1' | 'utf8'): Buffer
    from(bytes: Uint8Array): Buffer
    from(arrayBuffer: ArrayBufferLike, byteOffset: number, length: number): Buffer
    allocUnsafeSlow(size: number): Buffer
  }

  export const Buffer: BufferConstructor
}
