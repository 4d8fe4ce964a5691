/**
 * Chance that can be had again: the same seed and index give the same choices on every machine and in every release,
 * because nothing here but integer arithmetic decides (sfc32 of PractRand, seeded by the finaliser of MurmurHash3).
 */
export class Random {
  #a: number
  #b: number
  #c: number
  #counter = 1

  /** @param index sets apart what is made of one seed: each index has choices of its own */
  constructor(seed: number, index: number) {
    this.#a = mix(seed)
    this.#b = mix(index + 0x9e3779b9)
    this.#c = mix(seed ^ mix(index))
    for (let round = 0; round < 12; round += 1) this.#next()
  }

  /** An integer from 0 to `end - 1`. */
  below(end: number): number {
    return Math.floor((this.#next() / 2 ** 32) * end)
  }

  /** True in one of so many cases. */
  oneIn(count: number): boolean {
    return this.below(count) === 0
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T
  }

  /** So many of what `make` gives, from none to `most`. */
  several<T>(most: number, make: () => T): T[] {
    return Array.from({ length: this.below(most + 1) }, make)
  }

  /** Latin1 text of any octets. */
  octets(length: number): string {
    return String.fromCharCode(...Array.from({ length }, () => this.below(256)))
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0
    return sum >>> 0
  }
}

function mix(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
