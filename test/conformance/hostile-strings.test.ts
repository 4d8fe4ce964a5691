/** What strangers write into requests to fool whoever reads of them: CWE-117, CWE-150, CWE-1236, CWE-78. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { csvCell, escapeForLog, shellQuote } from '../../preload/inert-text'
import { HeadlessProcess } from '../headless/headless-process'
import { HOSTILE_STRINGS } from '../support/hostile-strings'
import { RawClient } from '../support/raw-client'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

/** Hides, reorders or breaks text. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const DANGEROUS = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\n|\r/

/** As a path or a query can carry it. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed())

/** As a field can carry it: octets of UTF-8, one character each; a line end or NUL would only end the field. */
const octets = (text: string) => Buffer.from(text.toWellFormed().replace(/[\r\n\0]/g, ' '), 'utf8').toString('latin1')

/** RFC 9110 §5.5: the only controls in a field value are tabs. */
// eslint-disable-next-line no-control-regex -- as above
const isFieldValue = (text: string) => !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text)

/** Four times in one head, which has room for 16 KiB. */
function fieldsOf(text: string) {
  const value = octets(text).slice(0, 3000)
  return { 'User-Agent': value, Referer: value, 'X-Forwarded-For': value, 'X-Requested-With': value }
}

describe('A request with', () => {
  it.each(HOSTILE_STRINGS)('%s in its path, its query or its fields is answered like any other', async (_, text) => {
    expect((await served().get(`/x-${encoded(text)}`)).status).toBe(404)
    expect((await served().get(`/a.txt?q=${encoded(text)}`)).status).toBe(200)
    expect((await served().get('/a.txt', fieldsOf(text))).status).toBe(isFieldValue(text) ? 200 : 400)
    expect(await served().isWell()).toBe(true)
  })
})

describe.each(['pretty', 'json'])('The log as %s', (format) => {
  it('is one line for each request, and shows nothing that hides, reorders or breaks it', async () => {
    const logged = new HeadlessProcess([served().root, '--host', '127.0.0.1', '--port', '0', '--log', format])
    try {
      const port = Number(new URL(await logged.serving()).port)
      const before = logged.stdout.split('\n').length
      for (const [, text] of HOSTILE_STRINGS) {
        const client = await RawClient.connect(port)
        const path = `/${octets(text).replaceAll(' ', '+')}`
        client.send(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: ${octets(text)}\r\n\r\n`).endSending()
        await client.ended
        client.close()
      }
      await expect.poll(() => logged.stdout.split('\n').length - before).toBe(HOSTILE_STRINGS.length)
      expect(logged.stdout.split('\n').filter((line) => DANGEROUS.test(line))).toEqual([])
    } finally {
      await logged.stop()
    }
  })
})

describe('escapeForLog', () => {
  it.each(HOSTILE_STRINGS)('makes one plain line of %s', (_, text) => {
    expect(escapeForLog(text)).not.toMatch(DANGEROUS)
  })
})

describe('csvCell', () => {
  it.each(HOSTILE_STRINGS)('keeps %s in one cell, and it is no formula', (_, text) => {
    const read = readCells(`${csvCell(text)},next`)
    // A formula is marked as text by the apostrophe that spreadsheets know.
    expect([
      [text, 'next'],
      [`'${text}`, 'next'],
    ]).toContainEqual(read)
    expect(read[0]).not.toMatch(/^[=+\-@\t\r]/)
  })
})

/** Reads one record as RFC 4180 §2 writes it. */
function readCells(record: string): string[] {
  return Array.from(record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?=,|$)/g), ([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  )
}

describe.skipIf(process.platform === 'win32')('shellQuote', () => {
  // A lone surrogate is no text that a program could be given.
  const strings = HOSTILE_STRINGS.filter(([, text]) => text.isWellFormed())

  it.each(strings)('brings %s through a shell as it was, and nothing is run', (_, text) => {
    const arrived = execFileSync('/bin/sh', ['-c', `printf %s ${shellQuote(text)}`], { encoding: 'utf8' })
    expect(arrived).toBe(text)
    expect(existsSync('/tmp/pwned')).toBe(false)
  })
})
