import { describe, expect, it } from 'vitest'
import { isAlternateSpelling, namesBelow, pathBelow } from '../../main/files/containment'

describe('namesBelow', () => {
  it.each([
    ['/srv/share', '/srv/share', []],
    ['/srv/share', '/srv/share/a/b.txt', ['a', 'b.txt']],
    ['/srv/share', '/srv/share/..hidden', ['..hidden']],
    ['/srv/share', '/srv/share/...', ['...']],
    ['/', '/etc/passwd', ['etc', 'passwd']],
    // A sibling whose name begins alike (CVE-2025-58751).
    ['/srv/share', '/srv/share-private/a', undefined],
    ['/srv/share', '/srv', undefined],
    ['/srv/share', '/etc/passwd', undefined],
    ['/srv/share', '/', undefined],
  ])('from %s to %s on Linux', (root, path, names) => {
    expect(namesBelow(root, path, 'linux')).toEqual(names)
  })

  it.each([
    ['C:\\share', 'C:\\share\\a\\b.txt', ['a', 'b.txt']],
    ['C:\\share', 'c:\\SHARE\\a', ['a']],
    ['C:\\', 'C:\\a', ['a']],
    ['\\\\nas\\music', '\\\\nas\\music\\a', ['a']],
    ['C:\\share', 'C:\\share-private\\a', undefined],
    ['C:\\share', 'D:\\share\\a', undefined],
    ['C:\\share', 'C:\\', undefined],
    ['C:\\share', '\\\\nas\\share\\a', undefined],
  ])('from %s to %s on Windows', (root, path, names) => {
    expect(namesBelow(root, path, 'win32')).toEqual(names)
  })
})

describe('pathBelow', () => {
  it.each([
    ['/srv/share', ['a', 'b'], 'linux', '/srv/share/a/b'],
    ['/', ['a'], 'linux', '/a'],
    ['/srv/share', [], 'linux', '/srv/share'],
    ['C:\\', ['a'], 'win32', 'C:\\a'],
    ['C:\\share', ['a', 'b'], 'win32', 'C:\\share\\a\\b'],
  ] as const)('joins %s and %j on %s', (root, names, platform, path) => {
    expect(pathBelow(root, names, platform)).toBe(path)
  })
})

describe('isAlternateSpelling', () => {
  it.each([
    ['the real name', ['a.txt'], ['a.txt'], false],
    ['another case', ['A.TXT'], ['a.txt'], true],
    ['another case of a folder on the way', ['SUB', 'a.txt'], ['sub', 'a.txt'], true],
    ['a short name', ['LONGFI~1.TXT'], ['long file name.txt'], true],
    ['a short name of a hidden folder', ['GIT~1', 'config'], ['.git', 'config'], true],
    ['a real name with a tilde', ['notes~1.txt'], ['notes~1.txt'], false],
    ['another normalisation, which nobody can see', ['é.txt'], ['e\u0301.txt'], false],
    ['the target of a link', ['latest.zip'], ['v1.2.zip'], false],
    ['the target of a link elsewhere', ['latest'], ['releases', 'v1'], false],
  ])('tells %s on Windows and macOS', (_, asked, real, expected) => {
    expect([isAlternateSpelling(asked, real, 'win32'), isAlternateSpelling(asked, real, 'darwin')]).toEqual([
      expected,
      expected,
    ])
  })

  it('finds none on Linux, where another case is another file', () => {
    expect(isAlternateSpelling(['A.TXT'], ['a.txt'], 'linux')).toBe(false)
  })
})
