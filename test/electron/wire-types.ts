/** JSON, where whatever JSON lacks is an object with a `$` tag. */
export type Wire = string | number | boolean | null | Wire[] | TaggedWire

type TaggedWire =
  | { $: 'undefined' }
  | { $: 'number' | 'bigint' | 'error'; v: string }
  | { $: 'date'; v: number }
  | { $: 'map' | 'set'; v: Wire[] }
  | { $: 'buffer'; v: number[] }
  | { $: 'view'; c: string; v: number[] }
  | { $: 'object'; v: [key: string, value: Wire][] }

/** A value on its way between the worlds of a page. */
export type Packed =
  | { function: string }
  | { promise: string }
  | { error: string }
  | { value: unknown }
  | { array: Packed[] }
  | { object: [key: string, value: Packed][] }
