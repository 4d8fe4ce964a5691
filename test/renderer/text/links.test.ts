import { describe, expect, it } from 'vitest'
import { echoCommands, fetchCommands, linkTo, shellWord } from '../../../renderer/text/links'

const ORIGIN = 'http://192.168.1.20:8080'

describe('linkTo', () => {
  it('encodes each name, and ends a folder with a slash', () => {
    expect(linkTo(ORIGIN, '/Photos/', { names: ['a b', '#1'], folder: true })).toBe(`${ORIGIN}/Photos/a%20b/%231/`)
    expect(linkTo(ORIGIN, '/', { names: ['100%.txt'], folder: false })).toBe(`${ORIGIN}/100%25.txt`)
  })

  it('leaves the share itself as its mount', () => {
    expect(linkTo(ORIGIN, '/Photos/', { names: [], folder: false })).toBe(`${ORIGIN}/Photos/`)
    expect(linkTo(ORIGIN, '/disc.iso', { names: [], folder: false })).toBe(`${ORIGIN}/disc.iso`)
  })

  it('encodes what a shell would take for its own', () => {
    expect(linkTo(ORIGIN, '/', { names: ["it's (1)!*.txt"], folder: false })).toBe(
      `${ORIGIN}/it%27s%20%281%29%21%2A.txt`,
    )
  })

  it('survives half a surrogate pair, as Windows allows in a name', () => {
    expect(linkTo(ORIGIN, '/', { names: ['a\ud800b'], folder: false })).toBe(`${ORIGIN}/a%EF%BF%BDb`)
  })
})

describe('shellWord', () => {
  it('quotes only what has to be quoted', () => {
    expect(shellWord(`${ORIGIN}/README.md`)).toBe(`${ORIGIN}/README.md`)
    expect(shellWord('a b')).toBe(`'a b'`)
    expect(shellWord(`$(rm -rf ~)'`)).toBe(`'$(rm -rf ~)'\\'''`)
    expect(shellWord('')).toBe(`''`)
  })
})

describe('fetchCommands', () => {
  it('keeps the name of a file that the address spells plainly', () => {
    expect(fetchCommands(ORIGIN, '/', 'README.md')).toEqual([
      { kind: 'curl', before: `curl -O ${ORIGIN}/`, stressed: 'README.md' },
      { kind: 'wget', before: `wget -c ${ORIGIN}/`, stressed: 'README.md' },
    ])
  })

  it('names the file that the address would spell in escapes', () => {
    const [curl] = fetchCommands(ORIGIN, '/', '%E7%81%AF%20a.mkv')
    expect(curl?.before).toBe(`curl -o '灯 a.mkv' ${ORIGIN}/`)
  })

  it('falls back to the escapes when they are no text', () => {
    const [curl] = fetchCommands(ORIGIN, '/', '%FF.bin')
    expect(curl?.before).toBe(`curl -O ${ORIGIN}/`)
  })
})

describe('echoCommands', () => {
  it('asks the echo share with and without content', () => {
    expect(echoCommands(ORIGIN, '/echo/').map(({ before, stressed }) => before + stressed)).toEqual([
      `curl ${ORIGIN}/echo/`,
      `curl ${ORIGIN}/echo/ --data hello`,
    ])
  })
})
