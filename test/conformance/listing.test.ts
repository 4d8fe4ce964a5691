/** The page of a folder: nothing hidden, nothing executed, every link good (CWE-79). */
import { beforeAll, describe, expect, it } from 'vitest'
import { serveFixture } from '../support/while-testing'

const served = serveFixture()
let page: string
let mediaType: string | undefined
/** The addresses of all links on the page. */
let links: string[]

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'", '#x27': "'" }

beforeAll(async () => {
  const { fields, content } = await served().get('/', { Accept: 'text/html' })
  page = content.toString()
  mediaType = fields['content-type']
  links = Array.from(page.matchAll(/\shref="([^"]*)"/g), ([, href = '']) =>
    href.replace(/&([a-z]+|#x?[0-9a-f]+);/gi, (reference, name: string) => REFERENCES[name] ?? reference),
  )
})

describe('The listing of the share', () => {
  it('is HTML in UTF-8', () => {
    expect(mediaType).toBe('text/html; charset=utf-8')
  })

  it('shows names and never obeys them', () => {
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;.txt')
    expect(page).not.toMatch(/<img src=x onerror/i)
    expect(links.filter((link) => /^\s*javascript:/i.test(link))).toEqual([])
  })

  it('leads to every file, and each link of it to something', async () => {
    const here = new URL(`http://${served().host}/`)
    const targets = links
      .map((link) => new URL(link, here))
      .filter(({ host, search }) => host === here.host && search === '')
    const answers = await Promise.all(
      targets.map(async ({ pathname }) => `${pathname} ${String((await served().ask('HEAD', pathname)).status)}`),
    )
    expect(answers.length).toBeGreaterThan(45)
    const noperm = process.getuid?.() === 0 ? /$./ : /^\/noperm\.txt 403$/
    expect(answers.filter((answer) => !/ (?:200|301)$/.test(answer) && !noperm.test(answer))).toEqual([])
  })

  it.each([
    '.env',
    '.git',
    '..hidden',
    'fifo',
    'link-out-file',
    'link-out-dir',
    'link-root',
    'link-loop',
    'link-dangling',
  ])('does not show %s, which would not be sent', (name) => {
    expect(page).not.toContain(name)
  })

  it('gives way to index.html where the share says so', async () => {
    const { status, content } = await served().get('/withindex/')
    expect([status, content.toString()]).toEqual([200, '<!doctype html><p>INDEX</p>'])
  })
})
