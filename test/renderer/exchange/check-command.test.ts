import { describe, expect, it } from 'vitest'
import { checkCommand, checksParts, usualCheckForm } from '../../../renderer/exchange/check-command'

const SHA256 = 'a'.repeat(64)

describe('checkCommand', () => {
  it('reads well where a name needs no quotes', () => {
    const checked = { name: 'film-4k.mkv', sha256: SHA256 }
    expect(checkCommand('sha256sum', checked)).toBe(
      `[ "$(sha256sum < ./film-4k.mkv | cut -c 1-64)" = ${SHA256} ] && echo OK || echo DIFFERENT`,
    )
    expect(checkCommand('powershell', checked)).toBe(
      `if ((Get-FileHash -Algorithm SHA256 -LiteralPath '.\\film-4k.mkv').Hash -eq '${SHA256}') { 'OK' } else { 'DIFFERENT' }`,
    )
    expect(checkCommand('certutil', checked)).toBe(
      `certutil -hashfile .\\film-4k.mkv SHA256 | findstr /i /x ${SHA256} >nul && echo OK || echo DIFFERENT`,
    )
  })

  it('counts the octets of a part, in the shells that can', () => {
    const checked = { name: 'a', sha256: SHA256, span: { start: 100, end: 250 } }
    expect(checkCommand('shasum', checked)).toContain('tail -c +101 ./a | head -c 150 | shasum -a 256')
    expect([checkCommand('powershell', checked), checksParts('powershell')]).toEqual([undefined, false])
    expect([checkCommand('certutil', checked), checksParts('certutil')]).toEqual([undefined, false])
  })

  it.each(['what?.txt', 'a:b', 'quo"te', 'back\\slash', 'line\nfeed', 'ends with a dot.'])(
    'says nothing to Windows of the name %j, which it cannot have',
    (name) => {
      expect(checkCommand('powershell', { name, sha256: SHA256 })).toBe(undefined)
      expect(checkCommand('certutil', { name, sha256: SHA256 })).toBe(undefined)
      expect(checkCommand('sha256sum', { name, sha256: SHA256 })).toBeDefined()
    },
  )
})

describe('usualCheckForm', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0', 'powershell'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15', 'shasum'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0', 'sha256sum'],
    ['curl/8.5.0', 'sha256sum'],
    [undefined, 'sha256sum'],
  ] as const)('of %s', (agent, form) => {
    expect(usualCheckForm(agent)).toBe(form)
  })
})
