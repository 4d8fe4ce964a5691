/**
 * How the shells of Windows read a line, as their documentation has it: independent of how we quote for them, so that
 * the one checks the other where neither shell is installed.
 */

/** Variables that every Windows has, and a few that would catch a careless escape. */
const VARIABLES = ['PATH', 'OS', 'a', '20', '41']

/**
 * What cmd.exe makes of a line typed at its prompt: variables first, then carets and quotes.
 *
 * @throws when an operator would act
 */
export function readAsCmd(line: string): string {
  const expanded = line.replace(/%([^%]+)%/g, (whole, name: string) => (VARIABLES.includes(name) ? '<value>' : whole))
  let result = ''
  let quoted = false
  for (let at = 0; at < expanded.length; at += 1) {
    const character = expanded.charAt(at)
    if (character === '^' && !quoted) {
      at += 1
      result += expanded.charAt(at)
      continue
    }
    if (character === '"') quoted = !quoted
    else if (!quoted && '&|<>()'.includes(character)) throw new Error(`cmd would act on ${character}`)
    result += character
  }
  return result
}

/** How the C runtime divides a command line (Microsoft, "Parsing C command-line arguments"). */
export function divideAsRuntime(line: string): string[] {
  const found: string[] = []
  for (let at = 0; at < line.length;) {
    if (line.charAt(at) === ' ') {
      at += 1
      continue
    }
    const { argument, end } = readArgument(line, at)
    found.push(argument)
    at = end
  }
  return found
}

function readArgument(line: string, start: number): { readonly argument: string; readonly end: number } {
  let argument = ''
  let quoted = false
  let at = start
  for (; at < line.length; at += 1) {
    const character = line.charAt(at)
    if (character === ' ' && !quoted) break
    if (character === '\\') {
      const slashes = /^\\+/.exec(line.slice(at))?.[0].length ?? 0
      const beforeQuote = line.charAt(at + slashes) === '"'
      argument += '\\'.repeat(beforeQuote ? Math.floor(slashes / 2) : slashes)
      at += slashes - 1
      if (beforeQuote && slashes % 2 === 1) {
        argument += '"'
        at += 1
      }
    } else if (character === '"') quoted = !quoted
    else argument += character
  }
  return { argument, end: at }
}

/** How PowerShell reads single-quoted words; it takes each of five characters for the quote. */
export function divideAsPowerShell(line: string): string[] {
  const words: string[] = []
  const token =
    /['\u2018-\u201b]((?:[^'\u2018-\u201b]|['\u2018-\u201b]{2})*)['\u2018-\u201b]|([^ '"$`(){};,|&<>@#]+)|( +)|(.)/gu
  for (const [, quoted, bare, space, other] of line.matchAll(token)) {
    if (other !== undefined) throw new Error(`PowerShell would act on ${other}`)
    if (space === undefined) words.push(bare ?? quoted?.replace(/(['\u2018-\u201b])['\u2018-\u201b]/g, '$1') ?? '')
  }
  return words
}
