import { describe, expect, it } from 'vitest'
import { describeAgent } from '../../main/share/agent'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

describe('describeAgent', () => {
  it.each([
    ['curl/8.5.0', 'curl 8.5', 'terminal'],
    ['Wget/1.21.3', 'wget 1.21', 'terminal'],
    ['aria2/1.36.0', 'aria2 1.36', 'terminal'],
    ['Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.1', 'PowerShell 5.1', 'terminal'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Microsoft Windows 10.0.19044; en-US) PowerShell/7.4.1',
      'PowerShell 7.4',
      'terminal',
    ],
    ['python-requests/2.31.0', 'Python requests 2.31', 'terminal'],
    ['node', 'Node', 'terminal'],
    ['Go-http-client/1.1', 'Go', 'server'],
    ['VLC/3.0.18 LibVLC/3.0.18', 'VLC 3.0', 'unknown'],
    ['Lavf/60.3.100', 'FFmpeg', 'unknown'],
    ['Kodi/20.2 (Linux; Android 11)', 'Kodi 20.2', 'tv'],
    [
      `Mozilla/5.0 (Linux; Android 14; Pixel 8) ${WEBKIT} Chrome/126.0.0.0 Mobile Safari/537.36`,
      'Chrome on Android',
      'phone',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari on iOS',
      'phone',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0',
      'Firefox on Windows',
      'laptop',
    ],
    [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/126.0.0.0 Safari/537.36`, 'Chrome on Linux', 'laptop'],
    [`Mozilla/5.0 (Linux; Android 12; SM-X906C) ${WEBKIT} Chrome/98.0 Safari/537.36`, 'Chrome on Android', 'tablet'],
    ['MyFetcher/2.0.7 (+https://example.org)', 'MyFetcher 2.0', 'unknown'],
  ])('reads %s', (userAgent, name, device) => {
    expect(describeAgent(userAgent)).toEqual({ name, device })
  })

  it.each([undefined, '', '<img src=x onerror=alert(1)>', '\u001b[31mred', '日本語/1'])(
    'tells nothing of %j',
    (userAgent) => {
      expect(describeAgent(userAgent)).toEqual({ name: null, device: 'unknown' })
    },
  )

  it('takes no long time over a long one', () => {
    const before = performance.now()
    describeAgent(`Mozilla/5.0 ${'(a;'.repeat(5000)}`)
    describeAgent(`${'a/'.repeat(8000)}1`)
    expect(performance.now() - before).toBeLessThan(200)
  })
})
