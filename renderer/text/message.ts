import type { RichText } from './rich-text'

/** The languages of the window. Each message exists in all of them, or it does not compile. */
export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

export type Said = string | RichText
// Arguments are compared between the languages of one message, so they may be anything here.
type Sayer = (...given: never[]) => Said

/** One message: a text, or a function that makes one of what it speaks of, in each language. */
export type Message = { readonly [L in Language]: string } | { readonly [L in Language]: Sayer }

/** The messages of one area of the window, by key. */
export type Area = Readonly<Record<string, Message>>

/** An area in one language: the same keys, each the text or the function that makes it. */
export type Spoken<A extends Area> = { readonly [K in keyof A]: A[K]['en'] }

/**
 * Checks the messages of an area: each has both languages, and its functions take the same arguments in both.
 * Gives the area as it is.
 */
export function messages<const A extends Area>(area: A & SameArguments<A>): A {
  return area
}

type SameArguments<A extends Area> = {
  readonly [K in keyof A]: A[K]['en'] extends (...given: infer G) => infer R
    ? { readonly [L in Language]: (...given: G) => R extends string ? string : RichText }
    : { readonly [L in Language]: string }
}

/** Gives an area in one language. */
export function speak<A extends Area>(area: A, language: Language): Spoken<A> {
  const spoken = Object.entries(area).map(([key, message]) => [key, message[language]] as const)
  return Object.fromEntries(spoken) as Spoken<A>
}
