/** Reads a number as somebody types it into a setting: digits alone, within the bounds; NaN while it is none. */
export function readWholeNumber(typed: string, { least, most }: { readonly least: number; readonly most: number }) {
  const number = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : NaN
  return number >= least && number <= most ? number : NaN
}
