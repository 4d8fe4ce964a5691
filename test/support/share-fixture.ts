/**
 * A folder to be shared, in which every kind of name and file stands that has made a server go wrong, and what lies
 * beside it, which no visitor may ever see. Always the same: what a test changes, it makes itself.
 */
import { execFile } from 'node:child_process'
import { chmod, mkdir, open, symlink, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { patterned } from './samples'

/** When every file was last changed, but for those whose names say otherwise. */
export const MODIFIED_AT = new Date('2020-02-20T02:02:02.000Z')

/** What `letters.txt` holds: an octet tells its own position. */
export const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** What every file outside the share says: it may stand in no answer. */
export const OUTSIDE_MARK = 'OUTSIDE-THE-SHARE-7f3a9c'

/** The file that lies in the folder above the shared one. */
export const OUTSIDE_FILE = 'outside-secret.txt'

/** A folder beside the share whose name begins like that of the share. */
export const SIBLING_FOLDER = 'share-sibling'

export const MEBIBYTE = 2 ** 20
export const FIVE_GIB = 5 * 2 ** 30

/** The texts in `sparse-5g.bin` by their offsets; everything else in it is zero. */
export const SPARSE_MARKS = { fourGib: 'FOURGIGMARK', tail: 'TAIL!' } as const

const FILES: Readonly<Record<string, string>> = {
  'a.txt': 'ALPHA-FILE\n',
  'letters.txt': LETTERS,
  'empty.bin': '',
  'one.bin': 'x',
  'sub/b.txt': 'BRAVO\n',
  'sub/deep/c.txt': 'CHARLIE\n',
  'withindex/index.html': '<!doctype html><p>INDEX</p>',

  // One for each media type that visitors care about.
  'page.html': '<!doctype html><title>t</title>',
  's.css': 'a{}',
  's.js': '1',
  'm.mjs': 'export{}',
  'd.json': '{}',
  'v.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'w.wasm': '\0asm\x01\0\0\0',
  'i.png': '\x89PNG\r\n\x1a\n',
  noext: 'n',
  'x.unknownext': 'u',
  'arch.tar.gz': 'g',
  'mov.mp4': 'm',
  'pdf.pdf': '%PDF-1.4',

  // Names that mean something to URLs, shells, HTML, terminals or other systems.
  'a+b.txt': 'PLUS\n',
  'sp ace.txt': 'SPACE\n',
  'pct%41.txt': 'PCT\n',
  'q?m.txt': 'QM\n',
  'ha#sh.txt': 'HASH\n',
  'uml-\u00fc.txt': 'UML\n',
  '日本語.txt': 'CJK\n',
  'emoji-\u{1f600}.txt': 'EMOJI\n',
  "quo'te.txt": 'SQ\n',
  'dq"uote.txt': 'DQ\n',
  'amp&lt.txt': 'AMP\n',
  'semi;colon.txt': 'SEMI\n',
  'col:on.txt': 'COLON\n',
  'back\\slash.txt': 'BS\n',
  '...': 'DOTS\n',
  '..hidden': 'DD\n',
  'a..b.txt': 'ADOTB\n',
  'tilde~.txt': 'T\n',
  '<img src=x onerror=alert(1)>.txt': 'XSS\n',
  'javascript:alert(1)': 'JSURL\n',
  'new\nline.txt': 'NL\n',
  'esc\x1b[31mred.txt': 'ESC\n',
  'bidi\u202egpj.exe': 'BIDI\n',
  'nfc-\u00e9.txt': 'NFC\n',
  'nfd-e\u0301.txt': 'NFD\n',
  [`${'L'.repeat(250)}.txt`]: 'LONG\n',

  // Hidden by default.
  '.env': 'SECRET=1\n',
  '.git/config': '[core]\n',
}

/**
 * Makes the shared folder and its surroundings below `place`, which has to be empty.
 *
 * @returns the path of the shared folder
 */
export async function writeFixture(place: string): Promise<string> {
  const root = join(place, 'share')
  await mkdir(root)
  await Promise.all(Object.entries(FILES).map(([name, content]) => writeNew(join(root, name), content)))
  await Promise.all([
    // A name that is not UTF-8.
    writeFile(Buffer.from(`${root}/bad-\xff\xfe.txt`, 'latin1'), 'BADUTF\n'),
    writeNew(join(root, 'one-mb.bin'), patterned(MEBIBYTE)),
    writeSparse(join(root, 'sparse-5g.bin')),
    writeNew(join(root, 'future.txt'), 'F', new Date('2040-01-01T00:00:00Z')),
    writeNew(join(root, 'old.txt'), 'O', new Date('1969-12-31T00:00:00Z')),
    writeNew(join(root, 'noperm.txt'), 'NOPERM').then((path) => chmod(path, 0)),
    writeNew(join(place, OUTSIDE_FILE), `${OUTSIDE_MARK}\n`),
    writeNew(join(place, SIBLING_FOLDER, 'secret.txt'), `${OUTSIDE_MARK}\n`),
    ...Object.entries(linksIn(root)).map(([name, target]) => symlink(target, join(root, name))),
    promisify(execFile)('mkfifo', [join(root, 'fifo')]),
  ])
  return root
}

function linksIn(root: string): Readonly<Record<string, string>> {
  const place = dirname(root)
  return {
    'link-in': join(root, 'a.txt'),
    'link-out-file': join(place, OUTSIDE_FILE),
    'link-out-dir': place,
    'link-root': '/',
    'link-loop': join(root, 'link-loop'),
    'link-dangling': join(root, 'nope'),
  }
}

/** Text is written as latin1 where it is octets, as UTF-8 where it is not. */
async function writeNew(path: string, content: string | Uint8Array, modifiedAt = MODIFIED_AT): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
  await utimes(path, modifiedAt, modifiedAt)
  return path
}

async function writeSparse(path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.truncate(FIVE_GIB)
    await file.write(Buffer.from(SPARSE_MARKS.fourGib), 0, null, 2 ** 32)
    await file.write(Buffer.from(SPARSE_MARKS.tail), 0, null, FIVE_GIB - SPARSE_MARKS.tail.length)
  } finally {
    await file.close()
  }
}
