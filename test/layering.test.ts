import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { importRefusal, LAYERS, layerOf } from '../build/layers.mjs'

const ROOT = join(import.meta.dirname, '..')

/** A source as the rules see it: its place in the tree and its text. */
interface Source {
  readonly file: string
  readonly text: string
}

/** What no source of a layer may contain, whatever it imports. */
interface Ban {
  readonly files: RegExp
  readonly pattern: RegExp
  readonly why: string
}

const BANS: readonly Ban[] = [
  {
    files: /^renderer\/components\//,
    pattern: /\b(?:window|globalThis|self)\s*\.\s*(?:porthole|api|bridge)\b/,
    why: 'components act through props and callbacks, never through window',
  },
  { files: /^renderer\//, pattern: /\{@html\b/, why: 'a client chooses these strings: text only' },
  {
    files: /^(?:renderer|preload)\//,
    pattern: /\b(?:innerHTML|outerHTML|insertAdjacentHTML)\b|\bdocument\.write\b/,
    why: 'a client chooses these strings: text only',
  },
  { files: /^(?:renderer|preload)\//, pattern: /['"`]node:/, why: 'there is no Node on this side' },
  { files: /^(?:main|preload|renderer)\//, pattern: /\beval\(|\bnew Function\(/, why: 'no code is made at run time' },
  {
    files: /^main\/http\//,
    pattern: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bset(?:Timeout|Interval)\(/,
    why: 'HTTP as data has no clock: moments are passed in',
  },
]

function* sourcesBelow(folder: string): Generator<Source> {
  for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:ts|svelte)$/.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    yield { file: relative(ROOT, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }
  }
}

/** Every module that a source names, by `import`, `export … from`, `import()` or `require()`. */
function importsOf({ file, text }: Source): string[] {
  const code = file.endsWith('.svelte')
    ? Array.from(text.matchAll(/<script[^>]*>([^]*?)<\/script>/g), ([, script = '']) => script).join('\n')
    : text
  return ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName)
}

/** Why a source breaks the rules: one line for each breach. */
function breachesOf(source: Source): string[] {
  const breaches: string[] = []
  for (const specifier of importsOf(source)) {
    const refusal = importRefusal(source.file, specifier)
    if (refusal !== undefined) breaches.push(`${source.file}: ${refusal}`)
  }
  const code = withoutComments(source.text)
  for (const { files, pattern, why } of BANS) {
    const found = files.test(source.file) ? pattern.exec(code) : null
    if (found !== null) breaches.push(`${source.file}: ${found[0]} (${why})`)
  }
  return breaches
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|<!--[^]*?-->|(^|\s)\/\/[^\n]*/g, '$1')
}

describe('the layers', () => {
  const sources = ['main', 'preload', 'renderer'].flatMap((folder) => [...sourcesBelow(folder)])

  it('import only what the table of the architecture lets them', () => {
    expect(sources.flatMap(breachesOf)).toEqual([])
  })

  it('hold every source', () => {
    expect(sources.filter(({ file }) => layerOf(file) === undefined).map(({ file }) => file)).toEqual([])
  })

  it('name only each other', () => {
    const names = LAYERS.map(({ name }) => name)
    expect(LAYERS.flatMap(({ layers }) => layers.filter((name) => !names.includes(name)))).toEqual([])
  })
})

describe('the layering test sees', () => {
  it.each([
    [
      'a layer it may not know',
      'main/server/a.ts',
      "import { resolve } from '../files/resolve'",
      'server may not import files',
    ],
    [
      'a type from such a layer',
      'main/http/a.ts',
      "import type { Share } from '../share/share'",
      'http may not import share',
    ],
    ['a re-export', 'main/files/a.ts', "export * from '../server/handler'", 'files may not import server'],
    ['a late import', 'main/share/a.ts', "const app = await import('../app/window')", 'share may not import app'],
    [
      'an import type in place',
      'main/http/a.ts',
      "let plan: import('../files/plan').Plan",
      'http may not import files',
    ],
    ['a require', 'main/share/a.ts', "const { app } = require('electron')", 'share may not import "electron"'],
    ['an import for its effect', 'renderer/a.ts', "import '../main/index'", 'renderer may not import index'],
    [
      'Electron outside the shell',
      'main/share/a.ts',
      "import { app } from 'electron'",
      'share may not import "electron"',
    ],
    [
      'I/O in the pure core',
      'main/http/a.ts',
      "import { open } from 'node:fs/promises'",
      'http may not import "node:fs/promises"',
    ],
    [
      'a package whose name only begins alike',
      'main/files/a.ts',
      "import x from 'mime-types'",
      'files may not import "mime-types"',
    ],
    [
      'a Svelte component',
      'renderer/A.svelte',
      '<script lang="ts">\nimport fs from \'node:fs\'\n</script>',
      'renderer may not import "node:fs"',
    ],
    ['raw HTML', 'renderer/components/A.svelte', '<p>{@html row.target}</p>', '{@html'],
    ['an HTML sink', 'renderer/a.ts', 'row.innerHTML = target', 'innerHTML'],
    [
      'a component that reaches for window',
      'renderer/components/A.svelte',
      '<b onclick={() => window.porthole.stop()} />',
      'window.porthole',
    ],
    ['a clock in the pure core', 'main/http/a.ts', 'const at = Date.now()', 'Date.now'],
  ])('%s', (_, file, text, expected) => {
    expect(breachesOf({ file, text })).toEqual(expect.arrayContaining([expect.stringContaining(expected)]))
  })

  it.each([
    ['what the table allows', 'main/share/a.ts', "import type { Handler } from '../server/handler'"],
    ['a neighbour', 'main/http/a.ts', "import { parse } from './parse'"],
    ['a word in a comment', 'renderer/a.ts', '// Never innerHTML: a client chooses this text.\nexport const a = 1'],
    ['an asset of its own', 'renderer/a.ts', "import './styles/tokens.css'"],
  ])('nothing wrong with %s', (_, file, text) => {
    expect(breachesOf({ file, text })).toEqual([])
  })
})
