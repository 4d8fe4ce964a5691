/** What is fetched for the rows of the evening. */
import { exchangeTiming } from '../../detail/exchange-timing'
import type { ExchangeDetail } from '../../../../preload/views'

function base64(...lines: string[]): string {
  return btoa(lines.join('\r\n'))
}

const ENDS = {
  remoteAddress: '192.168.1.31',
  remotePort: 50_412,
  localAddress: '192.168.1.20',
  localPort: 8080,
  entityTag: null,
  time: null,
}

/** A resumed download that broke off: every sentence of the story has something to say. */
export const resumed: Omit<ExchangeDetail, 'row'> = {
  ...ENDS,
  requestHead: base64(
    'GET /films/lighthouse-4k.mkv HTTP/1.1',
    'Host: 192.168.1.20:8080',
    'User-Agent: VLC/3.0.21 LibVLC/3.0.21',
    'Range: bytes=1073741824-',
    'If-Range: "1a9f-118518d40-18c3"',
    'Accept: */*',
    'Connection: keep-alive',
    '',
    '',
  ),
  responseHead: base64(
    'HTTP/1.1 206 Partial Content',
    'Date: Wed, 01 Jul 2026 14:05:03 GMT',
    'Content-Type: video/x-matroska',
    'ETag: "1a9f-118518d40-18c3"',
    'Last-Modified: Sat, 20 Jun 2026 19:12:44 GMT',
    'Accept-Ranges: bytes',
    'Content-Range: bytes 1073741824-4702883839/4702883840',
    'Content-Length: 3629142016',
    'X-Content-Type-Options: nosniff',
    '',
    '',
  ),
  faultOffset: null,
  timing: exchangeTiming({ ended: 59_400 }),
}

/** A space before a colon, with a second request behind it. */
export const smuggled: Omit<ExchangeDetail, 'row'> = {
  ...ENDS,
  requestHead: base64(
    'POST / HTTP/1.1',
    'Host: 192.168.1.20:8080',
    'Content-Length: 44',
    'Transfer-Encoding : chunked',
    '',
    '0',
    '',
    'GET /.env HTTP/1.1',
    'X: y',
  ),
  responseHead: base64(
    'HTTP/1.1 400 Bad Request',
    'Date: Wed, 01 Jul 2026 14:06:01 GMT',
    'Connection: close',
    'Content-Length: 0',
    '',
    '',
  ),
  faultOffset: 79,
  timing: exchangeTiming({ routed: 0.3, decided: 0.3, responseStarted: 0.4, contentTaken: 0.9, ended: 1 }),
}
