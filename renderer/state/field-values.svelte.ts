import type { PortholeApi } from '../../preload/contract'
import { MOST_FIELD_ROWS, type FieldReference } from '../../preload/head-fields'
import type { ExchangeRow } from '../../preload/views'

/** Rows whose fields are remembered; those that were in sight longest ago are asked for again. */
const MOST_REMEMBERED = 5000

interface Remembered {
  readonly values: ReadonlyMap<string, string | null>
  /** Whether the response had begun when they were read, so that nothing more can come. */
  readonly answered: boolean
}

/** Values of fields for the rows in sight, asked of main in one question at a time. */
export class FieldValues {
  readonly #api: Pick<PortholeApi, 'readFields'>
  readonly #byId = new Map<number, Remembered>()
  #isAsking = false
  /** Counts the answers: whoever shows values looks again after each. */
  #answers = $state(0)

  constructor(api: Pick<PortholeApi, 'readFields'>) {
    this.#api = api
  }

  /** The value of a field; null when it is not there, undefined while that is not known. */
  valueOf(id: number, name: string): string | null | undefined {
    void this.#answers
    return this.#byId.get(id)?.values.get(name)
  }

  /** Asks for what is not known of these rows. Called again after an answer, it asks for the rest. */
  async want(rows: readonly ExchangeRow[], fields: readonly FieldReference[]): Promise<void> {
    void this.#answers
    if (this.#isAsking || fields.length === 0) return
    const missing = rows.filter((row) => !this.#knows(row, fields)).slice(0, MOST_FIELD_ROWS)
    if (missing.length === 0) return
    this.#isAsking = true
    try {
      const found = await this.#api.readFields({ ids: missing.map(({ id }) => id), fields })
      const answered = new Map(found.map(({ id, values }) => [id, values]))
      for (const row of missing) this.#remember(row, fields, answered.get(row.id) ?? [])
      this.#answers += 1
    } catch {
      // The link to main is cut, and whoever holds it says so. It is asked again when the rows change.
    } finally {
      this.#isAsking = false
    }
  }

  #knows(row: ExchangeRow, fields: readonly FieldReference[]): boolean {
    const known = this.#byId.get(row.id)
    if (known === undefined || (!known.answered && row.status !== null)) return false
    return fields.every(({ name }) => known.values.has(name))
  }

  #remember(row: ExchangeRow, fields: readonly FieldReference[], values: readonly (string | null)[]): void {
    // At the end of the map, where what was asked for last stands.
    this.#byId.delete(row.id)
    const pairs = fields.map(({ name }, at) => [name, values[at] ?? null] as const)
    this.#byId.set(row.id, { values: new Map(pairs), answered: row.status !== null })
    for (const id of this.#byId.keys()) {
      if (this.#byId.size <= MOST_REMEMBERED) break
      this.#byId.delete(id)
    }
  }
}
