import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const STYLES = join(import.meta.dirname, '../../renderer/styles/tokens.css')
const TOKEN = /--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\s*\)/g

/** Each colour token in both themes. The block for more contrast comes later and is not read: it only adds. */
function readTokens(): ReadonlyMap<string, { readonly light: string; readonly dark: string }> {
  const [base = ''] = readFileSync(STYLES, 'utf8').split('@media')
  return new Map(Array.from(base.matchAll(TOKEN), ([, name = '', light = '', dark = '']) => [name, { light, dark }]))
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast ratio, WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const tokens = readTokens()
const names = [...tokens.keys()]
const SURFACES = ['sunken', 'bg', 'panel', 'chrome', 'raised', 'hover', 'press', 'accent-soft']
const WORDS = ['text', 'dim', 'accent', 'brass', ...names.filter((name) => name.startsWith('st-'))]
const SHAPES = ['line-control', ...names.filter((name) => /^client-\d$/.test(name))]
/** Words that stand on a tint of their own hue. */
const ON_TINTS = [
  ['st-2xx', 'soft-2xx'],
  ['st-4xx', 'soft-4xx'],
  ['st-5xx', 'soft-5xx'],
  ['st-aborted', 'soft-aborted'],
  ['st-malformed', 'soft-malformed'],
  ['brass', 'brass-soft'],
  ['text', 'soft-4xx'],
  ['text', 'soft-5xx'],
  ['text', 'brass-soft'],
] as const

/** Which inks are weaker than `least` on which grounds, in either theme. */
function weakest(inks: readonly string[], grounds: readonly string[], least: number): string[] {
  const pairs = (['light', 'dark'] as const).flatMap((theme) =>
    inks.flatMap((ink) => grounds.map((ground) => ({ theme, ink, ground }))),
  )
  return pairs
    .map(({ theme, ink, ground }) => {
      const ratio = contrast(tokens.get(ink)?.[theme] ?? '#000000', tokens.get(ground)?.[theme] ?? '#000000')
      return { ratio, said: `${theme}: --${ink} on --${ground} is ${ratio.toFixed(2)}` }
    })
    .filter(({ ratio }) => ratio < least)
    .map(({ said }) => said)
}

describe('tokens.css', () => {
  it('has every token that these rules speak of', () => {
    const spoken = new Set([...SURFACES, ...WORDS, ...SHAPES, ...ON_TINTS.flat(), 'accent-solid'])
    expect([...spoken].filter((name) => !tokens.has(name))).toEqual([])
    expect(WORDS.length).toBeGreaterThan(10)
    expect(SHAPES.length).toBe(9)
  })

  it('holds 4.5:1 for all words on all surfaces in both themes', () => {
    expect(weakest(WORDS, SURFACES, 4.5)).toEqual([])
  })

  it('holds 3:1 for edges of controls and hues of clients on the surfaces they stand on', () => {
    expect(weakest(SHAPES, ['bg', 'panel', 'raised', 'sunken', 'chrome'], 3)).toEqual([])
  })

  it('holds 4.5:1 for words on tints', () => {
    expect(ON_TINTS.flatMap(([ink, ground]) => weakest([ink], [ground], 4.5))).toEqual([])
  })

  it('holds 4.5:1 for the words of a primary button', () => {
    const { light = '', dark = '' } = tokens.get('accent-solid') ?? {}
    expect(contrast('#ffffff', light)).toBeGreaterThanOrEqual(4.5)
    expect(contrast('#ffffff', dark)).toBeGreaterThanOrEqual(4.5)
  })
})
