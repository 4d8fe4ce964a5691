/** What an element says of itself. */
export interface ElementFacts {
  /** Its title, in which two spaces stand before a key, and a line break between two things. */
  readonly title: string | null
  readonly label: string | null
  /** As in `aria-keyshortcuts`. */
  readonly keys: string | null
  /** The words that are seen in it. */
  readonly text: string
}

/** More than a line can hold. */
const LONGEST = 200

/** Makes one line of what an element says of itself: its title, else its name, and its keys. */
export function plainHint({ title, label, keys, text }: ElementFacts): string {
  const says = [title, label, text].find((each) => each !== null && each.trim() !== '') ?? ''
  const line = says
    .trim()
    .replace(/ {2,}|\s*\n\s*/g, ' · ')
    .slice(0, LONGEST)
  // A title names the key as it is labelled.
  return keys === null || says === title || line === '' ? line : `${line} · ${keys}`
}
