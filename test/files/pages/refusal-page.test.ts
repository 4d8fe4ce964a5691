import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { refusalPage } from '../../../main/files/pages/refusal-page'

function read(status: number, acceptLanguage?: string, reason?: string): { text: string; fields: Map<string, string> } {
  const page = refusalPage({ status, ...(reason === undefined ? {} : { reason }) }, acceptLanguage)
  return { text: Buffer.from(page.bytes).toString('utf8'), fields: new Map(page.fields) }
}

describe('refusalPage', () => {
  it.each([
    [404, 'zh-CN,zh;q=0.9', '文件不存在'],
    [404, 'zh-TW', '文件不存在'],
    [404, undefined, 'File not found'],
    [404, 'fr', 'File not found'],
    [403, undefined, 'Not allowed'],
    [416, undefined, 'The file does not reach that far'],
    [421, 'zh', '名称不符'],
    [503, undefined, 'Too busy just now'],
    [599, undefined, 'This cannot be done'],
    [599, 'zh', '无法完成'],
  ])('%i for a reader of %s says %s', (status, acceptLanguage, title) => {
    expect(read(status, acceptLanguage).text).toContain(`<h1>${title}</h1>`)
  })

  it('says what is the matter with the drive', () => {
    expect([
      read(503, undefined, 'share-vanished').text.includes('The shared folder is gone'),
      read(503, undefined, 'drive-does-not-answer').text.includes('The drive does not answer'),
      read(503, undefined, 'too-many-open-files').text.includes('Too busy just now'),
    ]).toEqual([true, true, true])
  })

  it('says nothing of why a file is not found', () => {
    expect(read(404, undefined, 'hidden-secret').text).toBe(read(404, undefined, 'not-found').text)
  })

  it('reflects no reason that it does not know', () => {
    expect(read(400, undefined, '<script>').text).not.toContain('<script>')
  })

  it('carries its language, and lets no script run', () => {
    const { text, fields } = read(404, 'zh-CN')
    const style = /<style>([^]*?)<\/style>/.exec(text)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(text).toContain('<html lang="zh-CN">')
    expect(Object.fromEntries(fields)).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': 'zh-CN',
      Vary: 'Accept-Language',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': expect.stringContaining(`default-src 'none'; style-src 'sha256-${hash}'`) as string,
    })
  })
})
