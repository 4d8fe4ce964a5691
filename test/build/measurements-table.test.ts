import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MEASUREMENTS } from '../../bench/measure/measurements'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }
/** Every row of every table, without the heads and what divides them. */
const rows = read('docs/measurements.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| *(?:-+|under|what) *\|/.test(line))

describe('docs/measurements.md', () => {
  it('has a row for every measurement', () => {
    const named = rows.flatMap((row) => /`npm run measure -- ([\w-]+)`/.exec(row)?.[1] ?? [])
    expect(new Set(named)).toEqual(new Set(Object.keys(MEASUREMENTS)))
  })

  it.each(rows.map((row) => [row.slice(2, 70).trim(), row]))('names a command that there is: %s', (_, row) => {
    const [, script = '', name] = /`npm run ([\w-]+)(?: -- ([^`]+))?`/.exec(row) ?? []
    expect(Object.keys(scripts)).toContain(script)
    if (script === 'measure') expect(Object.keys(MEASUREMENTS)).toContain(name)
  })

  it('leaves no figure without what should hold, and none open', () => {
    const cells = rows.map((row) => row.split('|').slice(1, -1))
    expect(cells.filter((each) => each.length !== 4 || each.some((cell) => cell.trim() === ''))).toEqual([])
  })
})
