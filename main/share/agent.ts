/** What a client most likely is, as far as its User-Agent tells (RFC 9110 §10.1.5). A guess for people, nothing else. */
import Bowser from 'bowser'
import type { DeviceKind } from '../../preload/views'

export interface Agent {
  /** Such as `curl 8.5` or `Chrome on Android`; null when nothing can be told. */
  readonly name: string | null
  readonly device: DeviceKind
}

export const UNKNOWN_AGENT: Agent = { name: null, device: 'unknown' }

/** Programs that are no browsers, by the product token they send. The version is left out where it is another's. */
const PROGRAMS: readonly { readonly token: RegExp; readonly name: string; readonly device: DeviceKind }[] = [
  { token: /^curl\/([\d.]+)/, name: 'curl', device: 'terminal' },
  { token: /^Wget2?\/([\d.]+)/, name: 'wget', device: 'terminal' },
  { token: /^aria2\/([\d.]+)/, name: 'aria2', device: 'terminal' },
  { token: /(?:Windows)?PowerShell\/([\d.]+)/, name: 'PowerShell', device: 'terminal' },
  { token: /^HTTPie\/([\d.]+)/, name: 'HTTPie', device: 'terminal' },
  { token: /^xh\/([\d.]+)/, name: 'xh', device: 'terminal' },
  { token: /^Axel\/([\d.]+)/i, name: 'Axel', device: 'terminal' },
  { token: /^python-requests\/([\d.]+)/, name: 'Python requests', device: 'terminal' },
  { token: /^Python-urllib\/([\d.]+)/, name: 'Python urllib', device: 'terminal' },
  { token: /^python-httpx\/([\d.]+)/, name: 'Python httpx', device: 'terminal' },
  { token: /^(?:node|undici|node-fetch)(?:\/([\d.]+)|$)/, name: 'Node', device: 'terminal' },
  { token: /^axios\/([\d.]+)/, name: 'axios', device: 'terminal' },
  { token: /^Deno\/([\d.]+)/, name: 'Deno', device: 'terminal' },
  { token: /^Bun\/([\d.]+)/, name: 'Bun', device: 'terminal' },
  { token: /^libwww-perl\/([\d.]+)/, name: 'libwww-perl', device: 'terminal' },
  { token: /^Go-http-client\/[\d.]+/, name: 'Go', device: 'server' },
  { token: /^Java\/([\d.]+)/, name: 'Java', device: 'server' },
  { token: /^Apache-HttpClient\/([\d.]+)/, name: 'Apache HttpClient', device: 'server' },
  { token: /^Dalvik\//, name: 'Android app', device: 'phone' },
  { token: /^okhttp\//, name: 'Android app', device: 'phone' },
  { token: /\bCFNetwork\//, name: 'Apple app', device: 'unknown' },
  { token: /^VLC\/([\d.]+)/, name: 'VLC', device: 'unknown' },
  { token: /^mpv\b\/?([\d.]+)?/, name: 'mpv', device: 'laptop' },
  { token: /^Lavf\//, name: 'FFmpeg', device: 'unknown' },
  { token: /^AppleCoreMedia\//, name: 'Apple media player', device: 'unknown' },
  { token: /^NSPlayer\/([\d.]+)/, name: 'Windows Media Player', device: 'laptop' },
  { token: /^Kodi\/([\d.]+)/, name: 'Kodi', device: 'tv' },
  { token: /^Roku/, name: 'Roku', device: 'tv' },
  { token: /^stagefright\//, name: 'Android media player', device: 'phone' },
  { token: /^Transmission\/([\d.]+)/, name: 'Transmission', device: 'unknown' },
  { token: /^qBittorrent\/v?([\d.]+)/, name: 'qBittorrent', device: 'unknown' },
  { token: /^Microsoft-WebDAV-MiniRedir\//, name: 'Windows Explorer', device: 'laptop' },
  { token: /^Porthole\/([\d.]+)/, name: 'Porthole', device: 'unknown' },
]

const BROWSER_DEVICES: Readonly<Record<string, DeviceKind>> = {
  desktop: 'laptop',
  mobile: 'phone',
  tablet: 'tablet',
  tv: 'tv',
}

/** What follows the first product is of no use to us; hostile ones are long. */
const MOST_CHARACTERS = 512
/** Clients send few different ones; a hostile one sends many. */
const MOST_KEPT = 256
const FIRST_PRODUCT = /^([A-Za-z][\w.-]{0,31})\/v?(\d+(?:\.\d+)*)/

const known = new Map<string, Agent>()

/** Gives what a User-Agent field value tells. Looks each different value up once. */
export function describeAgent(userAgent: string | undefined): Agent {
  if (userAgent === undefined || userAgent === '') return UNKNOWN_AGENT
  const text = userAgent.slice(0, MOST_CHARACTERS)
  const found = known.get(text)
  if (found !== undefined) return found
  if (known.size >= MOST_KEPT) known.clear()
  const agent = readAgent(text)
  known.set(text, agent)
  return agent
}

function readAgent(text: string): Agent {
  for (const { token, name, device } of PROGRAMS) {
    const match = token.exec(text)
    if (match !== null) return { name: withVersion(name, match[1]), device }
  }
  if (text.startsWith('Mozilla/')) return readBrowser(text)
  const [, product, version] = FIRST_PRODUCT.exec(text) ?? []
  return product === undefined ? UNKNOWN_AGENT : { name: withVersion(product, version), device: 'unknown' }
}

function readBrowser(text: string): Agent {
  const { browser, os, platform } = Bowser.parse(text)
  const device = BROWSER_DEVICES[platform.type ?? ''] ?? 'unknown'
  if (browser.name === undefined || browser.name === '') return { name: null, device }
  return { name: os.name === undefined ? browser.name : `${browser.name} on ${os.name}`, device }
}

/** Two numbers of a version are enough to tell one from another at a glance. */
function withVersion(name: string, version: string | undefined): string {
  const short = version?.split('.').slice(0, 2).join('.') ?? ''
  return short === '' ? name : `${name} ${short}`
}
