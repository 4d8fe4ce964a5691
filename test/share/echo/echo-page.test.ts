import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { gatherFacts } from '../../../main/share/echo/echo-facts'
import { writeEchoPage } from '../../../main/share/echo/echo-page'
import { ECHO_POLICY } from '../../../main/share/echo/echo-style'
import { ECHO_TEXTS } from '../../../main/share/echo/echo-texts'
import { digestContent } from '../../../main/share/echo/digest-content'
import { KNOWN_METHODS } from '../../../main/http/methods'
import { incomingRequest, requestText } from './incoming-request'

async function page(octets: string, language: 'en' | 'zh-CN' = 'en'): Promise<string> {
  const request = incomingRequest(octets)
  const content = request.framing.kind === 'none' ? undefined : await digestContent(request.content)
  return writeEchoPage(gatherFacts(request, content, 0), language)
}

/** What a browser would show: elements and the style sheet taken out, references read. */
function shownText(html: string): string {
  return html
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

describe('writeEchoPage', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    "'-alert(1)-'",
    '</pre></style></title><script>alert(1)</script>',
    '&lt;b&gt;&#60;',
    'javascript:alert(1)',
  ]

  it.each(HOSTILE)('shows %s as text, wherever it stands', async (text) => {
    const inTarget = text.replaceAll(' ', '%20').replaceAll('#', '%23')
    const html = await page(requestText(`POST /${inTarget}`, [`X: ${text}`], text))
    expect(html).not.toMatch(/<(?:script|img|svg\/)/i)
    // Only our own elements stand on the page.
    const elements = new Set(Array.from(html.matchAll(/<\/?([a-z0-9]+)/gi), ([, name]) => name))
    expect([...elements].toSorted()).toEqual(
      'b body circle code dd div dl dt h1 h2 head header html i link main meta p path pre section small span style svg time title'
        .split(' ')
        .filter((name) => elements.has(name)),
    )
    expect(shownText(html).split(text).length - 1).toBeGreaterThanOrEqual(2)
    expect(shownText(html)).toContain(`/${inTarget}`)
  })

  it('writes out what reorders or hides text', async () => {
    const html = await page(requestText('GET /', [`X: ${Buffer.from('photo\u202egpj.exe').toString('latin1')}`]))
    expect(html).toContain('photo<b class="odd">\\u{202e}</b>gpj.exe')
    expect(html).not.toContain('\u202e')
  })

  it('keeps a policy that lets its own style in and nothing else', async () => {
    const style = /<style>([^]*?)<\/style>/.exec(await page(requestText('GET /')))?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(ECHO_POLICY).toContain(`style-src 'sha256-${hash}'`)
    expect(ECHO_POLICY).toContain("default-src 'none'")
    expect(ECHO_POLICY).not.toContain('script-src')
  })

  it('shows every line of the head', async () => {
    const html = await page(requestText('GET /a?b', ['Accept:text/html', 'X-Empty:']))
    expect(shownText(html)).toContain('GET /a?b HTTP/1.1Host: example.comAccept:text/htmlX-Empty:')
  })

  it('shows the beginning of long content and says that it is one', async () => {
    const html = await page(requestText('POST /', [], 'x'.repeat(5000)))
    expect(html).toContain('The beginning, 4,096 bytes of it:')
    expect(html).toContain(`<pre>\n${'x'.repeat(4096)}</pre>`)
    expect(html).toContain('5,000 bytes')
  })

  it('says of a method that it does not know that it does not', async () => {
    expect(await page(requestText('constructor /'))).toContain(ECHO_TEXTS.en.otherMethod)
  })

  it('gives commands that lead back here, without anything a shell would read', async () => {
    expect(await page(requestText('GET /echo/a.b-c'))).toContain('curl -i http://192.168.1.20:8080/echo/a.b-c<')
    expect(await page(requestText('GET /$(x);`y`'))).toContain('curl -i http://192.168.1.20:8080/<')
  })
})

describe('the words of the echo', () => {
  it('say what each method is for, in both languages', () => {
    for (const texts of Object.values(ECHO_TEXTS)) {
      expect(Object.keys(texts.methods).toSorted()).toEqual([...KNOWN_METHODS].toSorted())
    }
  })

  it('are all there, and not the same', () => {
    const { en, 'zh-CN': zh } = ECHO_TEXTS
    const words = (texts: typeof en) => Object.values(texts).filter((each) => typeof each === 'string')
    expect(words(zh).filter((word) => words(en).includes(word))).toEqual([])
    expect([en.size(1), en.size(2000), zh.size(2000), zh.beginning(4096)]).toEqual([
      '1 byte',
      '2,000 bytes',
      '2,000 字节',
      '开头 4,096 字节：',
    ])
  })
})
