import { shellQuote } from '../../preload/inert-text'

// What no shell takes for anything but itself, in the middle of a word.
const PLAIN_WORD = /^[\w@%+=:,./-]+$/

/**
 * Gives the address of something in a share.
 *
 * @param mount where the share stands, as the contract gives it
 * @param names from the share down; a folder's address ends with a slash
 */
export function linkTo(
  origin: string,
  mount: string,
  { names, folder }: { names: readonly string[]; folder: boolean },
) {
  const path = names.map(encodeSegment).join('/')
  return origin + mount + path + (folder && path !== '' ? '/' : '')
}

/** Gives a text as one word of a shell's command line, quoted only where it has to be. */
export function shellWord(text: string): string {
  return PLAIN_WORD.test(text) ? text : shellQuote(text)
}

/** A command a visitor can paste, with the part that is theirs to change apart. */
export interface ReadyCommand {
  readonly kind: 'curl' | 'wget' | 'see-request' | 'send-content'
  readonly before: string
  readonly stressed: string
}

/** Gives the commands that fetch one file of a share. */
export function fetchCommands(origin: string, mount: string, sample: string): readonly ReadyCommand[] {
  const base = origin + mount
  const word = shellWord(base + sample)
  // Quoted as a whole the base no longer stands at its start; then everything is shown alike.
  const [before, stressed] = word.startsWith(base) ? [base, word.slice(base.length)] : [word, '']
  return [
    { kind: 'curl', before: `curl ${saveOption(base + sample)} ${before}`, stressed },
    { kind: 'wget', before: `wget -c ${before}`, stressed },
  ]
}

/** Gives the commands that show how the echo share answers. */
export function echoCommands(origin: string, mount: string): readonly ReadyCommand[] {
  const url = shellWord(origin + mount)
  return [
    { kind: 'see-request', before: `curl ${url}`, stressed: '' },
    { kind: 'send-content', before: `curl ${url} --data `, stressed: 'hello' },
  ]
}

/** `-O` keeps the name as the address spells it; one that is percent-encoded there is better said in full. */
function saveOption(url: string): string {
  const last = url.slice(url.lastIndexOf('/') + 1)
  if (!last.includes('%')) return '-O'
  try {
    return `-o ${shellWord(decodeURIComponent(last))}`
  } catch {
    return '-O' // not UTF-8: the encoded name is the only one there is
  }
}

// Half a surrogate pair, as Windows allows in a name, is no text that an address could carry.
const LONE_SURROGATE = /\p{Surrogate}/gu

/** RFC 3986 §2.2: encodes the sub-delims too that encodeURIComponent leaves, since shells take them for theirs. */
function encodeSegment(name: string): string {
  return encodeURIComponent(name.replace(LONE_SURROGATE, '\ufffd')).replace(/[!'()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  })
}
