import { describe, expect, it } from 'vitest'
import { parseFilter } from '../../../renderer/filter/parse'
import { sayFilter } from '../../../renderer/filter/sentence'
import { speakAll } from '../../../renderer/text/catalogue'

const english = speakAll('en')
const chinese = speakAll('zh-CN')

function sentences(text: string): [string, string] {
  const parsed = parseFilter(text)
  if (!parsed.ok) throw new Error(text)
  return [sayFilter(parsed.query, english), sayFilter(parsed.query, chinese)]
}

describe('sayFilter', () => {
  it.each([
    ['', 'all requests', '全部请求'],
    ['method:GET', 'GET requests', 'GET 请求'],
    [
      'method:GET ip:192.168.1.0/24 is:aborted',
      'GET requests from 192.168.1.0/24, that were aborted',
      '来自 192.168.1.0/24、已中断的 GET 请求',
    ],
    ['status:4xx,304', 'requests answered with 4xx or 304', '以 4xx或304 应答的请求'],
    [
      'status>=400 -path:/favicon.ico',
      'requests whose status is at least 400, whose path does not contain “/favicon.ico”',
      '状态至少为 400、路径不包含“/favicon.ico”的请求',
    ],
    [
      'file:*.iso is:partial',
      'requests whose file name looks like *.iso, that got part of a file',
      '文件名形如 *.iso、只取了文件的一部分的请求',
    ],
    ['bytes>100mb', 'requests whose sent amount is over 100 MB', '已发送量超过 100 MB的请求'],
    [
      'ua:curl OR ua:wget',
      'requests whose user agent contains “curl”, or whose user agent contains “wget”',
      '用户代理包含“curl”，或用户代理包含“wget”的请求',
    ],
    ['time:14:05..14:10', 'requests between 14:05 and 14:10', '在 14:05 到 14:10 之间到达的请求'],
    ['-header[if-range]', 'requests without a header field if-range', '没有首部字段 if-range的请求'],
    ['-(a b)', 'requests but not (that mention “a”, that mention “b”)', '非（含有“a”、含有“b”）的请求'],
    ['conn:7.3 -is:slow', 'requests on connection 7.3, that were not slow', '在连接 7.3 上、不缓慢的请求'],
  ])('says %j', (text, inEnglish, inChinese) => {
    expect(sentences(text)).toEqual([inEnglish, inChinese])
  })

  it('writes out characters that could hide or reorder the rest', () => {
    expect(sentences('"a\u202eb"')[0]).toBe('requests that mention “a\\u{202e}b”')
  })
})
