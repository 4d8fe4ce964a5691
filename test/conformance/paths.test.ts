/** From the path of a target to a file, and to no other: RFC 3986 §2, RFC 9110 §4.2. */
import { constants } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

describe('GET', () => {
  it.each([
    ['/a.txt', 'ALPHA-FILE'],
    ['/sub/b.txt', 'BRAVO'],
    ['/sub/deep/c.txt', 'CHARLIE'],
    ['/noext', 'n'],
    // A query is for programs; files have none.
    ['/a.txt?x=1', 'ALPHA-FILE'],
    ['/a.txt?', 'ALPHA-FILE'],
    ['/a.txt?../../x', 'ALPHA-FILE'],
    // RFC 3986 §6.2.2.2: what is escaped without need is the same.
    ['/%61.txt', 'ALPHA-FILE'],
    ['/a%2etxt', 'ALPHA-FILE'],
    ['/tilde~.txt', 'T'],
    ['/tilde%7E.txt', 'T'],
    // A plus is a plus: it means a space in forms alone.
    ['/a+b.txt', 'PLUS'],
    ['/a%2Bb.txt', 'PLUS'],
    ['/a%2bb.txt', 'PLUS'],
    ['/sp%20ace.txt', 'SPACE'],
    ['/pct%2541.txt', 'PCT'],
    ['/q%3Fm.txt', 'QM'],
    ['/ha%23sh.txt', 'HASH'],
    ["/quo'te.txt", 'SQ'],
    ['/quo%27te.txt', 'SQ'],
    ['/dq%22uote.txt', 'DQ'],
    ['/amp&lt.txt', 'AMP'],
    ['/semi;colon.txt', 'SEMI'],
    ['/col:on.txt', 'COLON'],
    ['/back%5Cslash.txt', 'BS'],
    ['/a..b.txt', 'ADOTB'],
    ['/uml-%C3%BC.txt', 'UML'],
    ['/%E6%97%A5%E6%9C%AC%E8%AA%9E.txt', 'CJK'],
    ['/emoji-%F0%9F%98%80.txt', 'EMOJI'],
    ['/nfc-%C3%A9.txt', 'NFC'],
    ['/nfd-e%CC%81.txt', 'NFD'],
    ['/bad-%FF%FE.txt', 'BADUTF'],
    ['/bidi%E2%80%AEgpj.exe', 'BIDI'],
    ['/new%0Aline.txt', 'NL'],
    ['/esc%1B[31mred.txt', 'ESC'],
    ['/%3Cimg%20src=x%20onerror=alert(1)%3E.txt', 'XSS'],
    ['/javascript:alert(1)', 'JSURL'],
    [`/${'L'.repeat(250)}.txt`, 'LONG'],
    // Empty segments are skipped, so that `//a.txt` is a name below the share and never a host.
    ['//a.txt', 'ALPHA-FILE'],
    ['/sub//b.txt', 'BRAVO'],
  ])('%s finds the file', async (target, content) => {
    const response = await served().get(target)
    expect([response.status, response.content.toString().trimEnd()]).toEqual([200, content])
  })

  it.each([
    ...['/A.TXT', '/pct%41.txt', '/pctA.txt', '/a%20b.txt', '/nope', '/sub/a.txt', '/a.txt/', '/a.txt/x'],
    // Each normal form of Unicode is a name of its own where the disk says so.
    ...['/nfd-%C3%A9.txt', '/nfc-e%CC%81.txt'],
    ...['/x'.repeat(500), `/${'n'.repeat(300)}`, `/${'n'.repeat(3000)}`],
    // A name of three dots is one of the hidden.
    '/...',
    // Octets that are no UTF-8 name no file that is there.
    ...['/%ff%fe', '/%c0%ae', '/%80', '/%ed%a0%80', '/%0a', '/%0d%0aX-Inj:1', '/a\x80.txt', '/\xff'],
  ])('%s finds nothing', async (target) => {
    const { status, fields } = await served().get(target)
    expect([status, fields['x-inj']]).toEqual([404, undefined])
  })

  it.each([
    // RFC 3986 §2.1: "%" and two hexadecimal digits.
    ...['/%', '/%1', '/%zz', '/a%', '/%u0041'],
    // A name cannot hold NUL.
    ...['/%00', '/a.txt%00', '/a.txt%00.html'],
    // RFC 3986 §5.2.4 leaves it to the client to remove dot segments; whoever does not means something else.
    ...['/./a.txt', '/%2e/a.txt', '/sub/../a.txt', '/sub/./../a.txt', '/sub/%2e%2e/a.txt', '/a.txt/../nope'],
  ])('%s is malformed', async (target) => {
    const { status, content } = await served().get(target)
    expect([status, content.includes('ALPHA')]).toEqual([400, false])
  })

  it('takes the absolute-form (RFC 9112 §3.2.2)', async () => {
    const { status, content } = await served().get(`http://${served().host}/a.txt`)
    expect([status, content.toString()]).toEqual([200, 'ALPHA-FILE\n'])
  })

  it('sends an empty file', async () => {
    const { status, fields, content } = await served().get('/empty.bin')
    expect([status, fields['content-length'], content.length]).toEqual([200, '0', 0])
  })

  it('sends every octet of a file of 1 MiB', async () => {
    const { content } = await served().get('/one-mb.bin')
    expect(content.equals(await readFile(join(served().root, 'one-mb.bin')))).toBe(true)
  })

  // The superuser may read everything.
  it('is refused a file that we may not read', async () => {
    const expected = process.getuid?.() === 0 ? 200 : 403
    expect((await served().get('/noperm.txt')).status).toBe(expected)
  })
})

describe('A FIFO', () => {
  it('is not found, and keeps nobody waiting', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => served().get('/fifo')))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 404))
    expect(await served().isWell()).toBe(true)
    // Whoever waited for a writer would get one now.
    await (await open(join(served().root, 'fifo'), constants.O_RDWR | constants.O_NONBLOCK)).close()
    expect(await served().isWell()).toBe(true)
  })
})
