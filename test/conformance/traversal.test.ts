/** Ways out of the share, and none of them leads there: CWE-22, CWE-180. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OUTSIDE_FILE, OUTSIDE_MARK, SIBLING_FOLDER } from '../support/share-fixture'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()

/** What files outside the share hold, here and on other systems. */
const LEAKS = [OUTSIDE_MARK, 'root:x:0:0', 'daemon:x:1:1', '[fonts]', '[extensions]']

/** Asks with exactly this target; the text is sent as UTF-8, octets beyond that as escapes. */
async function ask(target: string) {
  const octets = Buffer.from(target, 'utf8').toString('latin1')
  const { status, fields, content } = await served().get(octets, { Connection: 'close' })
  const leak = LEAKS.find((mark) => content.includes(mark))
  return { target, status, location: fields.location, leak }
}

/**
 * What has to be answered when nothing is there, by the rules of the share: each segment is decoded once; what no
 * address may hold is malformed, and everything else is a name that is not found.
 */
function expectedStatus(target: string): 400 | 404 {
  // White space ends a target, and what comes after it is no version.
  if (/[ \t]/.test(target)) return 400
  const segments = target.split('/').filter((segment) => segment !== '')
  if (segments.some((segment) => /%(?![0-9a-f]{2})/i.test(segment))) return 400
  const names = segments.map((segment) =>
    segment.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  )
  for (const name of names) {
    if (name === '.' || name === '..' || name.includes('\0')) return 400
    if (name.includes('/')) return 404
  }
  return 404
}

/** Every way that has ever spelled "the folder above". */
const DOTS = [
  ...['..', '%2e%2e', '.%2e', '%2e.', '...', '....', '. .', '..;', '..;x=1', '..%20', '..%09', '..%0d'],
  // Decoded twice, or cut at NUL, it would be.
  ...['%252e%252e', '%25%32%65%25%32%65', '..%00', '.%00.'],
  // Overlong UTF-8, escapes of IIS, full-width forms, octets that are ignored.
  ...['%c0%ae%c0%ae', '%e0%80%ae%e0%80%ae', '%f0%80%80%ae%f0%80%80%ae', '%c0%2e%c0%2e', '%uff0e%uff0e', '%u002e%u002e'],
  ...['\uff0e\uff0e', '%ef%bc%8e%ef%bc%8e', '..%ff', '.\u200b.'],
]

const SEPARATORS = [
  ...['/', '%2f', '%2F', '\\', '%5c', '%5C', '%252f', '%255c', '%c0%af', '%c1%9c', '%e0%80%af', '%ef%bc%8f', '%u2215'],
  ...['%u2216', '//', '/./', '/%2e/', '%2f%2f', '/\\', '\\/'],
]

/** How far up, and what lies there. */
const AIMS = [
  { depth: 1, names: [OUTSIDE_FILE] },
  { depth: 3, names: ['windows', 'win.ini'] },
  { depth: 8, names: ['etc', 'passwd'] },
]

async function expectNothing(targets: readonly string[]) {
  const expected = targets.map((target) => ({
    target,
    status: expectedStatus(target),
    location: undefined,
    leak: undefined,
  }))
  expect(await Promise.all(targets.map(ask))).toEqual(expected)
}

describe.each(DOTS)('Climbing by %s', (dots) => {
  it.each(SEPARATORS)('and %s', async (separator) => {
    await expectNothing(AIMS.map(({ depth, names }) => `/${(dots + separator).repeat(depth)}${names.join(separator)}`))
  })
})

describe('Climbing from', () => {
  it.each(['/sub', '/sub/deep', '/a.txt', '/nope', '/.', '/..', '//', '/sub%2f'])('%s', async (start) => {
    const steps = ['..', '%2e%2e', '%2E%2E'].flatMap((dots) => ['/', '%2f', '\\', '%5c'].map((each) => dots + each))
    await expectNothing(steps.map((step) => `${start}/${step.repeat(4)}${OUTSIDE_FILE}`))
  })
})

describe('A folder whose name begins like the share’s', () => {
  // Whoever compares paths by startsWith takes it for a part of the share (CVE-2025-58751).
  it.each([
    `/../${SIBLING_FOLDER}/secret.txt`,
    `/%2e%2e/${SIBLING_FOLDER}/secret.txt`,
    `/..%2f${SIBLING_FOLDER}/secret.txt`,
    `/..\\${SIBLING_FOLDER}\\secret.txt`,
    `/sub/../../${SIBLING_FOLDER}/secret.txt`,
    `/..%5c${SIBLING_FOLDER}%5csecret.txt`,
  ])('is not reached by %s', async (target) => {
    await expectNothing([target])
  })
})

describe('A target of a special form', () => {
  it.each([
    // Absolute paths, drives, UNC, devices, homes, variables.
    ...['/etc/passwd', '//etc/passwd', '///etc/passwd', '/%2fetc/passwd', '/%2fetc%2fpasswd', '/file:///etc/passwd'],
    ...['/C:/windows/win.ini', '/C:%5cwindows%5cwin.ini', '/c|/windows/win.ini', '/C:', '/C:/', '/.htpasswd'],
    ...['//localhost/etc/passwd', '//127.0.0.1/c$/windows/win.ini', '/\\\\127.0.0.1\\c$\\windows\\win.ini'],
    ...['/%5c%5c127.0.0.1%5cc$%5c', '/\\\\?\\C:\\windows\\win.ini', '/\\\\.\\PhysicalDrive0'],
    ...[
      '/proc/self/environ',
      '/dev/zero',
      '/dev/stdin',
      '/~root/.bashrc',
      '/~/',
      '/$HOME/.bashrc',
      '/%HOME%',
      '/${HOME}',
    ],
    // Cut at NUL, taken for a query or a parameter, climbing from a file.
    ...['/%00/etc/passwd', `/a.txt%00/../../${OUTSIDE_FILE}`, `/a.txt/../../${OUTSIDE_FILE}`],
    ...[`/a.txt/%2e%2e/%2e%2e/${OUTSIDE_FILE}`, `/;/../../${OUTSIDE_FILE}`, `/..;/${OUTSIDE_FILE}`],
    ...['/..', '/../', '/%2e%2e', '/%2e%2e/', '/sub/../..', '/sub/../../', '/..%2f', '/sub/..%2f..%2f', '/.', '/./'],
    // Hidden by default (CWE-538).
    ...['/.env', '/.git/config', '/%2egit/config', '/%2eenv', '/.git%2fconfig', '/sub/../.env', '//.env', '/./.env'],
  ])('%s finds nothing', async (target) => {
    await expectNothing([target])
  })

  it('that is the path of a file outside finds nothing', async () => {
    const outside = join(served().place, OUTSIDE_FILE)
    await expectNothing([outside, `/${outside}`])
  })

  // What stands behind "?" is no path, so it is the root or the file that is sent.
  it.each([`/?/../../${OUTSIDE_FILE}`, `/a.txt?/../../${OUTSIDE_FILE}`, '/??/C:/windows/win.ini'])(
    '%s is a query',
    async (target) => {
      expect(await ask(target)).toEqual({ target, status: 200, location: undefined, leak: undefined })
    },
  )

  it.each([
    // No form of a request target (RFC 9112 §3.2).
    ...[
      `../${OUTSIDE_FILE}`,
      `..%2f${OUTSIDE_FILE}`,
      '\\..\\',
      '.',
      '..',
      'file:///etc/passwd',
      `http:///../../${OUTSIDE_FILE}`,
    ],
  ])('%s is refused', async (target) => {
    expect((await ask(target)).status).toBe(400)
  })

  it.each([
    ['http://HOST/..', 400],
    ['http://HOST/%2e%2e', 400],
    ['http://x/..%2f..%2f', 421],
  ])('%s is read like an origin-form', async (start, expected) => {
    const target = `${start.replace('HOST', served().host)}/${OUTSIDE_FILE}`
    expect(await ask(target)).toEqual({ target, status: expected, location: undefined, leak: undefined })
  })
})

/** Ordinary names here; on Windows each is a device, a stream, or another spelling (see test/files/path-segments.test.ts). */
describe('A name with a meaning on Windows', () => {
  it.each([
    ...['CON', 'PRN', 'AUX', 'NUL', 'COM1', 'COM9', 'COM\u00b9', 'LPT1', 'LPT\u00b2', 'CONIN$', 'CONOUT$', 'CLOCK$'],
    ...['con', 'nul.txt', 'NUL.tar.gz', 'aux.html', 'COM1.', 'CON ', 'CON::$DATA', 'sub/CON', 'sub/nul.txt', 'AUX:x'],
    ...['a.txt::$DATA', 'a.txt:$DATA', 'a.txt:stream', 'a.txt:stream:$DATA', '::$INDEX_ALLOCATION'],
    ...['sub::$INDEX_ALLOCATION/b.txt', 'sub:$I30:$INDEX_ALLOCATION/b.txt', 'a.txt.', 'a.txt..', 'a.txt '],
    ...['a.txt%20%20', 'a.txt%2e', 'a.txt.%20.', 'A~1.TXT', 'LONGFI~1.TXT', 'GIT~1/config', '.git./config'],
    ...['.git%20/config', '.git::$INDEX_ALLOCATION/config', '.GIT/config', '.git%2fconfig', 'a.txt%e2%80%8b'],
    ...[
      'a\u2215txt',
      '%e2%88%95etc%e2%88%95passwd',
      `\u2024\u2024/${OUTSIDE_FILE}`,
      'a.txt<',
      'a.t*',
      'a.txt"',
      'a.txt|x',
    ],
  ])('finds nothing here: %s', async (name) => {
    await expectNothing([`/${name.replace(/[ "<>|]/g, encodeURIComponent)}`])
  })

  it('ends where its query begins: a.tx?', async () => {
    expect((await ask('/a.tx?')).status).toBe(404)
  })
})
