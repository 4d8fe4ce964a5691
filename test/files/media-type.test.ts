import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { charsetOf } from '../../main/files/charset'
import { isActiveContent, isShownByBrowsers, mediaTypeOf, mediaTypeOfTs } from '../../main/files/media-type'

describe('mediaTypeOf', () => {
  it.each([
    ['page.html', 'text/html'],
    ['PAGE.HTML', 'text/html'],
    ['s.css', 'text/css'],
    ['m.mjs', 'text/javascript'],
    ['d.json', 'application/json'],
    ['v.svg', 'image/svg+xml'],
    ['w.wasm', 'application/wasm'],
    ['mov.mp4', 'video/mp4'],
    ['arch.tar.gz', 'application/gzip'],
    ['notes.md', 'text/markdown'],
    ['main.rs', 'text/plain'],
    ['tool.py', 'text/plain'],
    ['x.unknownext', 'application/octet-stream'],
    ['noext', 'application/octet-stream'],
    ['txt', 'application/octet-stream'],
    ['trailing.', 'application/octet-stream'],
    ['a.html\n', 'application/octet-stream'],
    ['constructor.__proto__', 'application/octet-stream'],
  ])('knows %s', (name, mediaType) => {
    expect(mediaTypeOf(name)).toBe(mediaType)
  })
})

describe('mediaTypeOfTs', () => {
  it('tells a transport stream from TypeScript', () => {
    const stream = Buffer.alloc(1024)
    for (let at = 0; at < stream.length; at += 188) stream[at] = 0x47
    expect([mediaTypeOfTs(stream), mediaTypeOfTs(Buffer.from("import fs from 'node:fs'"))]).toEqual([
      'video/mp2t',
      'text/plain',
    ])
  })
})

describe('isShownByBrowsers', () => {
  it.each([
    ['text/plain', true],
    ['text/html', true],
    ['image/webp', true],
    ['audio/flac', true],
    ['video/webm', true],
    ['application/pdf', true],
    ['application/json', true],
    ['text/csv', false],
    ['text/calendar', false],
    ['image/tiff', false],
    ['image/heic', false],
    ['video/x-msvideo', false],
    ['application/zip', false],
    ['application/octet-stream', false],
    ['message/rfc822', false],
  ])('%s: %s', (mediaType, shown) => {
    expect(isShownByBrowsers(mediaType)).toBe(shown)
  })
})

describe('isActiveContent', () => {
  it.each([
    ['text/html', true],
    ['image/svg+xml', true],
    ['application/xhtml+xml', true],
    ['application/xml', true],
    ['text/plain', false],
    ['application/pdf', false],
  ])('%s: %s', (mediaType, active) => {
    expect(isActiveContent(mediaType)).toBe(active)
  })
})

describe('charsetOf', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'utf-8'],
    ['ASCII', Buffer.from('abc'), 'utf-8'],
    ['Chinese in UTF-8', Buffer.from('灯塔'), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from('\ufeffabc'), 'utf-8'],
    ['UTF-8 cut within a character', Buffer.from('灯塔').subarray(0, 5), 'utf-8'],
    ['UTF-16 with its mark, little end first', Buffer.from('\ufeffabc', 'utf16le'), 'utf-16le'],
    ['UTF-16 with its mark, big end first', Buffer.from([0xfe, 0xff, 0, 0x61]), 'utf-16be'],
    ['Chinese in GBK', Buffer.from([0xb5, 0xc6, 0xcb, 0xfe]), undefined],
    ['Latin-1', Buffer.from('d\u00e9j\u00e0', 'latin1'), undefined],
  ])('%s: %s', (_, octets, charset) => {
    expect(charsetOf(octets)).toBe(charset)
  })
})
