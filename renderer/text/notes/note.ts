import type { Language } from '../message'

/** What a part of a message is in a few words, and what it does in a sentence. */
export type NoteText = readonly [gloss: string, sentence: string]

/** What is to be known of a part of a message, and where its standard says so. */
export type Note = { readonly [L in Language]: NoteText } & {
  /** As `parseCitation` reads it; null where no standard speaks of it. */
  readonly at: string | null
}

/** Notes by what they are about: a method, a status, a field's name in lower case. */
export type Notes = Readonly<Record<string, Note>>
