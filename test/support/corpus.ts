import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readVisible } from './visible-octets'

const FOLDER = join(import.meta.dirname, '..', 'corpus')
const CASE = /^### (.+)\n[^]*?```http\n([^]*?)```\n\n```expect\n([^]*?)```/gm

/** A request of test/corpus with what the parser has to make of it. */
export interface CorpusCase {
  /** File and heading. */
  readonly name: string
  readonly bytes: Buffer
  /** One line for each event, in the form of `describeEvents`. */
  readonly expected: readonly string[]
}

/** Reads every case of every Markdown file of the corpus; its README says how they are written. */
export function readCorpus(): CorpusCase[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.md') && file !== 'README.md')
  return files.flatMap((file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8')
    const cases = Array.from(text.matchAll(CASE), ([, title = '', request = '', expectation = '']) =>
      readCase(`${file.replace('.md', '')}: ${title}`, { request, expectation }),
    )
    const headings = text.match(/^### /gm)?.length ?? 0
    if (cases.length !== headings) throw new Error(`Cannot read ${file}: ${headings} headings, ${cases.length} cases`)
    return cases
  })
}

function readCase(name: string, { request, expectation }: { request: string; expectation: string }): CorpusCase {
  let messageStart = 0
  let faultAt: number | undefined
  const octets = readVisible(request, (mark, offset) => {
    if (mark === '|') messageStart = offset
    else if (mark === '^') faultAt = offset
    else throw new Error(`Cannot read the case "${name}": unknown escape \\${mark}`)
  })
  const expected = expectation
    .trim()
    .split('\n')
    .map((line) => {
      const offset = faultAt === undefined ? '' : ` at ${String(faultAt - messageStart)}`
      return line.startsWith('refused ') ? line + offset : readVisible(line)
    })
  return { name, bytes: Buffer.from(octets, 'latin1'), expected }
}
