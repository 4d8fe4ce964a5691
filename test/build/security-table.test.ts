import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const rows = readFileSync(join(ROOT, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| *(?:\d+ *\||[A-Z])/.test(line))
const filesIn = (text: string): string[] =>
  Array.from(text.matchAll(/`((?:main|preload|renderer|test)\/[\w./-]+|eslint\.config\.js)`/g), ([, file = '']) => file)

describe('docs/security.md', () => {
  it('has all 25 threats, and the faults of the machine', () => {
    const numbers = rows.flatMap((row) => /^\| *(\d+)/.exec(row)?.[1] ?? [])
    expect(numbers.map(Number)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
    expect(rows.length).toBeGreaterThanOrEqual(34)
  })

  it.each(rows.map((row) => [row.slice(2, 60).trim(), row]))(
    'names a test, and only files that are there: %s',
    (_, row) => {
      const files = filesIn(row)
      expect(files.some((file) => file.startsWith('test/'))).toBe(true)
      expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
    },
  )
})
