/**
 * What shall be answered, decided before a byte is written: deciding never writes, writing never decides.
 *
 * `main/files` and the echo share make plans; `main/server` carries them out. Types only.
 */
import type { ByteRange } from './byte-range'
import type { ResponseField } from './message'

/** An opened representation that can be read at any position; the server closes it when the response has ended. */
export interface ByteSource {
  /**
   * Reads into `target` and gives the number of octets read; 0 means that the source ends at or before `position`.
   * A read that rejects may still write into `target` afterwards (a drive that answers too late): do not use it again.
   *
   * @param position offset in octets from the start of the representation
   */
  read(target: Uint8Array, position: number): Promise<number>
  close(): Promise<void>
}

/** Content that has been read already; valid until the source that it was read from is closed. */
export interface ReadyContent {
  readonly bytes: Uint8Array
  /** Gives the octets right behind a head, in one piece; undefined where that would cost a copy. */
  behind(head: Uint8Array): Uint8Array | undefined
}

/** A piece of content that is sent in order: octets held in memory, or a range read from the source. */
export type ContentPart =
  { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'range'; readonly range: ByteRange }

export type ResponseContent =
  /** No octets after the head. `length` is announced all the same for HEAD (RFC 9110 §9.3.2). */
  | { readonly kind: 'none'; readonly length?: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `length` is the sum of all parts. `ready` is the same content, where it has been read already. */
  | {
      readonly kind: 'parts'
      readonly source: ByteSource
      readonly parts: readonly ContentPart[]
      readonly length: number
      readonly ready?: ReadyContent | undefined
    }
  /**
   * Content that is made while it is sent. Its `length` is announced when it is known, and held to. Without one it is
   * chunked to HTTP/1.1, and ended by closing to HTTP/1.0 (RFC 9112 §6.3).
   */
  | { readonly kind: 'stream'; readonly chunks: AsyncIterable<Uint8Array>; readonly length?: number }

export interface ResponsePlan {
  readonly status: number
  /** Without Date, Connection, Content-Length and Transfer-Encoding: those are the server's to add. */
  readonly fields: readonly ResponseField[]
  readonly content: ResponseContent
  /** Ends the connection after this response even if the client would keep it. */
  readonly close?: boolean
  /** What the row in the window says of this answer; never sent. */
  readonly subject?: ResponseSubject
}

/** Why an answer is not the file, for the row: codes, made into sentences only in `renderer/text`. */
export type AnswerReason =
  | 'not-found'
  | 'hidden-dot-file'
  | 'hidden-secret'
  | 'link-leaves-share'
  | 'not-a-regular-file'
  | 'malformed-path'
  | 'forbidden-by-system'
  | 'too-many-open-files'
  | 'drive-does-not-answer'
  | 'share-vanished'
  | 'read-error'
  | 'range-not-satisfiable'
  | 'precondition-failed'
  | 'method-not-allowed'
  | 'method-unknown'
  | 'host-not-ours'
  | 'expectation-unknown'
  | 'handler-failed'

/** The part of a share that an answer is about. */
export interface ResponseSubject {
  readonly shareId?: number
  readonly reason?: AnswerReason
  /** What kind of answer it is when it is not a file. */
  readonly kind: 'file' | 'listing' | 'echo' | 'page'
  /** Path below the share, `/`-separated, as Unicode text; for a file. */
  readonly path?: string
  /** The file's whole length in octets. */
  readonly size?: number
  /** The entity tag: with `path` it names one version of the file. */
  readonly entityTag?: string
  /** The ranges sent, when not the whole file. */
  readonly ranges?: readonly ByteRange[]
  /** Octets that stand before each of several ranges in the content, and are no part of the file. */
  readonly partHeadBytes?: readonly number[]
  /** What is wrong with the answer on purpose: names of the fault lab. */
  readonly lab?: readonly string[]
}
