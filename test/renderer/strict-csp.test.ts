import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../../renderer')
const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:svelte|html)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))

/** Files whose markup holds what the pattern looks for. Style blocks and scripts are not markup. */
function filesWith(pattern: RegExp): string[] {
  return sources
    .filter(({ text }) => pattern.test(text.replace(/<style>[^]*?<\/style>|<script[^>]*>[^]*?<\/script>/g, '')))
    .map(({ file }) => file)
}

describe('the markup of the window', () => {
  it('is read at all', () => {
    expect(sources.length).toBeGreaterThan(20)
  })

  it("has no style attribute, which style-src 'self' would refuse", () => {
    expect(filesWith(/<[^>]*\sstyle(?::|=)/)).toEqual([])
  })

  it('names no colour: those are tokens', () => {
    const colour = /#[0-9a-f]{3,8}\b|\brgba?\(/i
    const styled = sources.filter(({ text }) => colour.test(/<style>([^]*)<\/style>/.exec(text)?.[1] ?? ''))
    expect(styled.map(({ file }) => file)).toEqual([])
  })
})
