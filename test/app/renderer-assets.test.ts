import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rendererAssets } from '../../main/app/renderer-assets'

let root: string
let answer: (request: Request) => Promise<Response>

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'porthole-assets-'))
  const renderer = join(root, 'renderer')
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await mkdir(join(root, 'renderer-of-another'))
  await writeFile(join(renderer, 'index.html'), '<!doctype html>')
  await writeFile(join(renderer, 'assets', 'index-1a.js'), 'export {}')
  await writeFile(join(renderer, 'licenses.md'), '# Licenses')
  await writeFile(join(root, 'secret.html'), 'secret')
  await writeFile(join(root, 'renderer-of-another', 'index.html'), 'secret')
  answer = rendererAssets(renderer, 'porthole')
})

afterAll(async () => {
  await rm(root, { recursive: true })
})

async function get(url: string, method = 'GET'): Promise<{ status: number; body: string; type: string | null }> {
  const response = await answer(new Request(url, { method }))
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') }
}

describe('rendererAssets', () => {
  it('answers the page for the root', async () => {
    const page = { status: 200, body: '<!doctype html>', type: 'text/html; charset=utf-8' }
    expect(await get('app://porthole/')).toEqual(page)
    expect(await get('app://porthole/index.html?theme=dark#top')).toEqual(page)
  })

  it('answers a script with a type that a browser runs', async () => {
    const script = { status: 200, body: 'export {}', type: 'text/javascript; charset=utf-8' }
    expect(await get('app://porthole/assets/index-1a.js')).toEqual(script)
  })

  it('gives HEAD no content', async () => {
    expect(await get('app://porthole/', 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  it.each([
    'app://porthole/none.js',
    'app://porthole/licenses.md',
    'app://porthole/assets',
    'app://porthole/assets/',
    'app://porthole/../secret.html',
    'app://porthole/%2e%2e/secret.html',
    'app://porthole/..%2fsecret.html',
    'app://porthole/..%5csecret.html',
    'app://porthole/assets/..%2f..%2fsecret.html',
    'app://porthole/..%2frenderer-of-another/index.html',
    'app://porthole/index.html%00.js',
    'app://porthole/%ff/index.html',
    'app://porthole.evil/index.html',
    'app://elsewhere/index.html',
  ])('does not find %s', async (url) => {
    expect(await get(url)).toMatchObject({ status: 404, body: '' })
  })

  it('refuses every other method', async () => {
    expect(await get('app://porthole/', 'POST')).toMatchObject({ status: 405, body: '' })
  })

  it('sends the policy with every response, refusals included', async () => {
    for (const url of ['app://porthole/', 'app://porthole/none.js']) {
      const { headers } = await answer(new Request(url))
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy.split('; ').toSorted()).toEqual([
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "script-src 'self'",
        "style-src 'self'",
        "trusted-types 'none'",
      ])
    }
  })
})
