/** The columns of the request table: their measures, which of them fit, and what a person has chosen. */
import { isFieldName, type FieldReference } from '../../../preload/head-fields'

export type FixedColumnKey =
  | 'number'
  | 'time'
  | 'client'
  | 'method'
  | 'path'
  | 'status'
  | 'progress'
  | 'rate'
  | 'duration'
  | 'range'
  | 'connection'
  | 'firstByte'
  | 'timeline'
  | 'version'
  | 'agent'
  | 'mediaType'
  | 'closeCause'
  | 'noteCount'

/** A column of the values of one field, by its name in lower case. */
export type FieldColumnKey = `field:${string}`
export type ColumnKey = FixedColumnKey | FieldColumnKey

interface Column {
  readonly key: ColumnKey
  /** CSS pixels with padding. Path takes what is left; its figure is what it wants at least. */
  readonly width: number
  readonly least: number
  /** Figures stand right, so that their digits stand under each other. */
  readonly alignedRight?: boolean
  /** `spare`: shown where there is room to spare; `off`: only when chosen. */
  readonly shown?: 'spare' | 'off'
  /** Shows a field that is fetched for the rows in sight. Rows are not sorted by what is not known of all. */
  readonly field?: FieldReference
}

/** In the order they stand; widths are the mockup's, with room for a connection's dot. */
export const columns: readonly Column[] = [
  { key: 'number', width: 48, least: 36, alignedRight: true },
  { key: 'time', width: 92, least: 64 },
  { key: 'client', width: 150, least: 60 },
  { key: 'method', width: 58, least: 40 },
  { key: 'path', width: 240, least: 200 },
  { key: 'status', width: 64, least: 50 },
  { key: 'progress', width: 150, least: 76 },
  { key: 'rate', width: 84, least: 48, alignedRight: true },
  { key: 'duration', width: 76, least: 48, alignedRight: true },
  { key: 'range', width: 110, least: 60, shown: 'spare' },
  { key: 'connection', width: 64, least: 40, shown: 'spare' },
  { key: 'firstByte', width: 64, least: 48, alignedRight: true, shown: 'off' },
  { key: 'timeline', width: 160, least: 80, shown: 'off' },
  { key: 'version', width: 56, least: 40, shown: 'off' },
  { key: 'agent', width: 120, least: 60, shown: 'off' },
  { key: 'mediaType', width: 120, least: 60, shown: 'off', field: { side: 'response', name: 'content-type' } },
  { key: 'closeCause', width: 120, least: 60, shown: 'off' },
  { key: 'noteCount', width: 56, least: 40, alignedRight: true, shown: 'off' },
]

const byKey = new Map(columns.map((column) => [column.key, column]))

/** Gives the columns there are: those above, and one for each field that a person has added. */
export function allColumns({ fields }: ColumnChoices): readonly Column[] {
  return [...columns, ...fields.map(fieldColumn)]
}

/** The column of a field, in whichever of the two messages it stands. */
function fieldColumn(name: string): Column {
  return { key: `field:${name}`, width: 120, least: 60, field: { side: 'either', name } }
}

function columnOf(key: ColumnKey): Column | undefined {
  return byKey.get(key) ?? (isFieldColumn(key) ? fieldColumn(key.slice('field:'.length)) : undefined)
}

export function isFieldColumn(key: ColumnKey): key is FieldColumnKey {
  return key.startsWith('field:')
}

/** The field that a column shows; undefined for one that shows the row itself. */
export function fieldOf(key: ColumnKey): FieldReference | undefined {
  return columnOf(key)?.field
}

export function isSortable(key: ColumnKey): boolean {
  return fieldOf(key) === undefined
}

/** What gives way when the table is narrower than its columns, first to last. */
const GIVES_WAY: readonly ColumnKey[] = [
  'noteCount',
  'closeCause',
  'mediaType',
  'agent',
  'version',
  'firstByte',
  'connection',
  'range',
  'number',
  'duration',
  'rate',
  // Whoever asks for the picture wants it more than the figures that it shows.
  'timeline',
]
/** The bar that carries a row's hue. */
const HUE_WIDTH = 5
/** Range and Conn join only when Path keeps this much more than it wants. */
const SPARE_WIDTH = 17
/** Time without its milliseconds. */
const SHORT_TIME_WIDTH = 64
const WIDEST = 1200

/** What a person has set; everything absent is as delivered. */
export interface ColumnChoices {
  readonly widths: { readonly [C in ColumnKey]?: number }
  readonly shown: { readonly [C in ColumnKey]?: boolean }
  /** Names of the fields that have a column, in lower case, in the order they were added. */
  readonly fields: readonly string[]
}

export const AS_DELIVERED: ColumnChoices = { widths: {}, shown: {}, fields: [] }

/** More columns than this leave no room for any. */
const MOST_FIELDS = 8

/** The columns that fit, left to right. */
export interface ColumnFit {
  readonly keys: readonly ColumnKey[]
  /** A value for `grid-template-columns`, the hue bar first. */
  readonly template: string
  /** How many were left out for want of room. */
  readonly leftOut: number
  readonly shortTime: boolean
}

/**
 * Chooses the columns for a width: what is wanted, less what has to give way so that Path keeps its own.
 *
 * @param available CSS pixels
 */
export function fitColumns(choices: ColumnChoices, available: number): ColumnFit {
  const all = allColumns(choices)
  const wanted = new Set(all.filter((column) => isWanted(column, choices)).map(({ key }) => key))
  const needed = (): number => HUE_WIDTH + Array.from(wanted).reduce((sum, key) => sum + widthOf(choices, key), 0)

  const spare = columns.filter(({ key, shown }) => shown === 'spare' && choices.shown[key] === undefined)
  for (const { key } of spare) wanted.add(key)
  if (needed() + SPARE_WIDTH > available) for (const { key } of spare) wanted.delete(key)

  let leftOut = 0
  const fields = choices.fields.map((name): ColumnKey => `field:${name}`).reverse()
  for (const key of [...fields, ...GIVES_WAY]) {
    if (needed() <= available) break
    if (wanted.delete(key)) leftOut += 1
  }
  const shortTime = needed() > available
  const keys = all.map(({ key }) => key).filter((key) => wanted.has(key))
  return { keys, template: templateOf(keys, { choices, shortTime }), leftOut, shortTime }
}

function isWanted({ key, shown }: Column, choices: ColumnChoices): boolean {
  return key === 'path' || (choices.shown[key] ?? shown === undefined)
}

function templateOf(keys: readonly ColumnKey[], fit: { choices: ColumnChoices; shortTime: boolean }): string {
  const tracks = keys.map((key) => {
    if (key === 'path') return `minmax(${String(byKey.get(key)?.least ?? 0)}px, 1fr)`
    const width = widthOf(fit.choices, key)
    return `${String(key === 'time' && fit.shortTime ? Math.min(width, SHORT_TIME_WIDTH) : width)}px`
  })
  return [`${String(HUE_WIDTH)}px`, ...tracks].join(' ')
}

/** The width of a column in CSS pixels: as set, else as delivered. */
export function widthOf(choices: ColumnChoices, key: ColumnKey): number {
  return (key === 'path' ? undefined : choices.widths[key]) ?? columnOf(key)?.width ?? 0
}

/** How far the right edge of a column that fits is from that of the last one, in CSS pixels. */
export function rightOf(choices: ColumnChoices, keys: readonly ColumnKey[], key: ColumnKey): number {
  return keys.slice(keys.indexOf(key) + 1).reduce((sum, each) => sum + widthOf(choices, each), 0)
}

export function isAlignedRight(key: ColumnKey): boolean {
  return columnOf(key)?.alignedRight === true
}

/** Gives the choices with one column's width set, kept within what the column can bear. Path has no width of its own. */
export function withWidth(choices: ColumnChoices, key: ColumnKey, width: number): ColumnChoices {
  const least = columnOf(key)?.least ?? 0
  const bounded = Math.round(Math.min(WIDEST, Math.max(least, width)))
  return key === 'path' ? choices : { ...choices, widths: { ...choices.widths, [key]: bounded } }
}

/** Gives the choices with a column for a field; what cannot be a field's name changes nothing. */
export function withField(choices: ColumnChoices, name: string): ColumnChoices {
  const added = name.trim().toLowerCase()
  if (!isFieldName(added) || choices.fields.length >= MOST_FIELDS || choices.fields.includes(added)) return choices
  return { ...choices, fields: [...choices.fields, added] }
}

/** Gives the choices with one column shown or not. Path is always shown; the column of a field goes for good. */
export function withShown(choices: ColumnChoices, key: ColumnKey, shown: boolean): ColumnChoices {
  if (isFieldColumn(key)) return { ...choices, fields: choices.fields.filter((name) => `field:${name}` !== key) }
  return key === 'path' ? choices : { ...choices, shown: { ...choices.shown, [key]: shown } }
}

/** Reads choices as they were kept; whatever is not understood is as delivered. */
export function parseChoices(kept: string | null): ColumnChoices {
  const { widths, shown, fields } = record(parseJson(kept))
  let choices = AS_DELIVERED
  for (const name of Array.isArray(fields) ? (fields as unknown[]) : []) {
    if (typeof name === 'string') choices = withField(choices, name)
  }
  for (const { key } of allColumns(choices)) {
    const width = record(widths)[key]
    if (typeof width === 'number' && Number.isFinite(width)) choices = withWidth(choices, key, width)
    const isShown = record(shown)[key]
    if (typeof isShown === 'boolean' && !isFieldColumn(key)) choices = withShown(choices, key, isShown)
  }
  return choices
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
