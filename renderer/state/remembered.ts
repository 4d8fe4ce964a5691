/** What the window remembers of its own arrangement between runs; nothing that main has to know. */
export type Arrangement = Pick<Storage, 'getItem' | 'setItem'>

/** Gives a fraction that was remembered, or undefined when there is none that makes sense. */
export function recallFraction(arrangement: Arrangement, key: string): number | undefined {
  const value = Number(arrangement.getItem(key) ?? NaN)
  return value > 0 && value < 1 ? value : undefined
}

/** An arrangement that forgets, for where a browser refuses storage to a page. */
export function forgetful(): Arrangement {
  return { getItem: () => null, setItem: () => undefined }
}
