/** What HTTP kept from being sent, as it crosses between the processes: types only, plain data. */

/**
 * `not-modified`: the client kept the file and asked whether it still holds (304). `head`: it asked for the head alone.
 * `resumed`: it went on where a download broke off. `parts`: it asked for parts of a file and never for the rest.
 */
export type SavingKind = 'not-modified' | 'head' | 'resumed' | 'parts'

export interface SavedAmount {
  readonly times: number
  /** Octets of content that a GET for the whole file would have carried beyond what was sent. */
  readonly bytes: number
}

/** The kinds that there have been. */
export type SavingsView = { readonly [K in SavingKind]?: SavedAmount }
