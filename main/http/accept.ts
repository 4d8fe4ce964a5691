import { listMembers, splitOutsideQuotes } from './field-lines'

/** One choice of a negotiation field with its weight from 0 to 1 (RFC 9110 §12.4.2). */
interface Preference {
  /** In lower case, parameters cut off. */
  readonly choice: string
  readonly weight: number
}

// weight = OWS ";" OWS "q=" qvalue, with at most three decimals.
const QVALUE = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i

/** How many preferences are read; browsers send fewer than ten. */
const MAX_PREFERENCES = 64

/**
 * Chooses the media type that the client likes best (RFC 9110 §12.5.1); of equals, the one offered first. Gives
 * undefined when it takes none of them.
 *
 * Each offer has the weight of the most exact range that names it: `text/html` before `text/*` before any. Parameters
 * of a range other than its weight are not looked at.
 *
 * @param accept the Accept field; without one everything is welcome
 * @param offered media types without parameters, in lower case
 */
export function negotiateMediaType(accept: string | undefined, offered: readonly string[]): string | undefined {
  if (accept === undefined || accept.trim() === '') return offered[0]
  const ranges = readPreferences(accept)
  return heaviest(offered, (mediaType) => {
    const wildcard = `${mediaType.slice(0, mediaType.indexOf('/'))}/*`
    return weightOf(ranges, mediaType) ?? weightOf(ranges, wildcard) ?? weightOf(ranges, '*/*') ?? 0
  })
}

/**
 * Chooses the language that the reader likes best (RFC 9110 §12.5.4, lookup of RFC 4647 with the primary subtag as the
 * last resort: a reader of `zh-TW` would sooner read `zh-CN` than nothing Chinese at all). Without any match it is the
 * first one offered.
 *
 * @param offered language tags such as `en` and `zh-CN`; not empty
 */
export function negotiateLanguage<const T extends string>(
  acceptLanguage: string | undefined,
  offered: readonly [T, ...T[]],
): T {
  const ranges = acceptLanguage === undefined ? [] : readPreferences(acceptLanguage)
  const refused = new Set(ranges.filter(({ weight }) => weight === 0).map(({ choice }) => choice))
  const open = offered.filter((tag) => !refused.has(tag.toLowerCase()))
  // Stable, so that of equal weights the one named first wins.
  for (const { choice, weight } of [...ranges].sort((a, b) => b.weight - a.weight)) {
    if (weight === 0) break
    const match = choice === '*' ? open[0] : matchLanguage(choice, open)
    if (match !== undefined) return match
  }
  return open[0] ?? offered[0]
}

function matchLanguage<T extends string>(range: string, offered: readonly T[]): T | undefined {
  const primary = range.split('-', 1)[0] ?? range
  return (
    offered.find((tag) => tag.toLowerCase() === range) ??
    offered.find((tag) => tag.toLowerCase().startsWith(`${range}-`)) ??
    offered.find((tag) => tag.toLowerCase().split('-', 1)[0] === primary)
  )
}

/** Members that are not well-formed are left out: a typing error in a preference is no reason to refuse a request. */
function readPreferences(value: string): readonly Preference[] {
  const preferences: Preference[] = []
  for (const member of listMembers(value).slice(0, MAX_PREFERENCES)) {
    const [choice = '', ...parameters] = splitOutsideQuotes(member, ';')
    const given = parameters.find((parameter) => /^q=/i.test(parameter))
    const qvalue = given === undefined ? '1' : QVALUE.exec(given)?.[1]
    if (choice !== '' && qvalue !== undefined)
      preferences.push({ choice: choice.toLowerCase(), weight: Number(qvalue) })
  }
  return preferences
}

function weightOf(preferences: readonly Preference[], choice: string): number | undefined {
  return preferences.find((preference) => preference.choice === choice)?.weight
}

function heaviest(offered: readonly string[], weigh: (offer: string) => number): string | undefined {
  let best: string | undefined
  let bestWeight = 0
  for (const offer of offered) {
    const weight = weigh(offer)
    if (weight > bestWeight) [best, bestWeight] = [offer, weight]
  }
  return best
}
