/**
 * Sentences with stressed parts, as data. A message never carries markup: what strangers send can stand in any part
 * and stays text.
 */
export type RichPart = string | { readonly strong: string } | { readonly code: string }
export type RichText = readonly RichPart[]

/**
 * Joins a template to rich text: strings stay plain, `strong(…)` and `code(…)` are kept as parts.
 *
 * @example rich`${strong('5')} clients`
 */
export function rich(texts: TemplateStringsArray, ...parts: readonly RichPart[]): RichText {
  return texts.flatMap((text, at) => [text, parts[at] ?? '']).filter((part) => part !== '')
}

/** A part that is stressed. */
export function strong(text: string): RichPart {
  return { strong: text }
}

/** A part that is quoted from the wire, a command or a path. */
export function code(text: string): RichPart {
  return { code: text }
}

/** The sentence without its stresses, for titles and accessible names. */
export function plain(text: RichText): string {
  return text.map((part) => (typeof part === 'string' ? part : 'strong' in part ? part.strong : part.code)).join('')
}
