import { describe, expect, it } from 'vitest'
import { distinctName, findPlace, mountOf } from '../../main/share/mounts'
import type { MountedShare } from '../../main/share/mounts'

const folder = (id: number, name: string): MountedShare => ({ id, kind: 'folder', name })
const file = (id: number, name: string): MountedShare => ({ id, kind: 'file', name })
const echo = (id: number): MountedShare => ({ id, kind: 'echo', name: 'echo' })

describe('mountOf', () => {
  it.each([
    ['a folder alone', folder(1, 'photos'), 1, '/'],
    ['the echo alone', echo(1), 1, '/'],
    ['a file alone', file(1, 'film.mkv'), 1, '/film.mkv'],
    ['a folder among others', folder(1, 'photos'), 2, '/photos/'],
    ['a file among others', file(1, 'film.mkv'), 2, '/film.mkv'],
    ['the echo among others', echo(1), 2, '/echo/'],
    ['a name beyond US-ASCII', folder(1, '照片 #1?'), 2, '/%E7%85%A7%E7%89%87%20%231%3F/'],
  ])('gives the place of %s', (_, share, count, mount) => {
    expect(mountOf(share, count)).toBe(mount)
  })
})

describe('distinctName', () => {
  it.each([
    ['photos', 'folder', [], 'photos'],
    ['photos', 'folder', ['photos'], 'photos (2)'],
    ['photos', 'folder', ['photos', 'photos (2)'], 'photos (3)'],
    ['v1.2', 'folder', ['v1.2'], 'v1.2 (2)'],
    ['film.mkv', 'file', ['film.mkv'], 'film (2).mkv'],
    ['.profile', 'file', ['.profile'], '.profile (2)'],
    ['README', 'file', ['README'], 'README (2)'],
  ] as const)('makes of %s, a %s beside %j, %s', (name, kind, taken, expected) => {
    expect(distinctName(name, kind, new Set(taken))).toBe(expected)
  })
})

describe('findPlace', () => {
  it.each(['/', '/a/b', '/photos', '//x', '/%zz'])('leaves %s to a folder that is alone', (path) => {
    expect(findPlace(path, [folder(4, 'photos')])).toEqual({ kind: 'share', id: 4, path })
  })

  it('leaves everything to the echo that is alone', () => {
    expect(findPlace('/any/thing', [echo(4)])).toEqual({ kind: 'share', id: 4, path: '/any/thing' })
  })

  const several = [folder(1, 'photos'), file(2, 'film.mkv'), echo(3), folder(4, '照片')]
  it.each([
    ['/', { kind: 'index' }],
    ['/photos', { kind: 'slash-missing', id: 1, mount: '/photos/' }],
    ['/photos/', { kind: 'share', id: 1, path: '/' }],
    ['/photos/2024/a.jpg', { kind: 'share', id: 1, path: '/2024/a.jpg' }],
    ['/%70hotos/a', { kind: 'share', id: 1, path: '/a' }],
    ['/photos//a', { kind: 'share', id: 1, path: '//a' }],
    ['/photos/../film.mkv', { kind: 'share', id: 1, path: '/../film.mkv' }],
    ['/film.mkv', { kind: 'share', id: 2, path: '/' }],
    ['/film.mkv/', { kind: 'nothing' }],
    ['/film.mkv/x', { kind: 'nothing' }],
    ['/echo', { kind: 'share', id: 3, path: '/' }],
    ['/echo/a/b', { kind: 'share', id: 3, path: '/a/b' }],
    ['/%E7%85%A7%E7%89%87/a', { kind: 'share', id: 4, path: '/a' }],
    ['/\u00e7\u0085\u00a7\u00e7\u0089\u0087/a', { kind: 'share', id: 4, path: '/a' }],
    ['/%e7%85%a7%e7%89%87', { kind: 'slash-missing', id: 4, mount: '/%E7%85%A7%E7%89%87/' }],
    ['/Photos/', { kind: 'nothing' }],
    ['/photosx/', { kind: 'nothing' }],
    ['//photos/', { kind: 'nothing' }],
    ['/./photos/', { kind: 'nothing' }],
    ['/../photos/', { kind: 'nothing' }],
    ['/photos%2Fa', { kind: 'nothing' }],
    ['/%', { kind: 'malformed' }],
    ['/%zz/a', { kind: 'malformed' }],
  ])('finds at %s %j', (path, place) => {
    expect(findPlace(path, several)).toEqual(place)
  })

  it('lists a file that is alone at the root', () => {
    expect(findPlace('/', [file(1, 'film.mkv')])).toEqual({ kind: 'index' })
    expect(findPlace('/film.mkv', [file(1, 'film.mkv')])).toEqual({ kind: 'share', id: 1, path: '/' })
  })

  it('has an empty index where nothing is shared', () => {
    expect(findPlace('/', [])).toEqual({ kind: 'index' })
    expect(findPlace('/a', [])).toEqual({ kind: 'nothing' })
  })
})
