import { Buffer } from 'node:buffer'
import type { ResponseField } from '../../http/message'
import { escapeHtml } from './escape-html'
import { choosePageLanguage, type PageLanguage } from './language'
import { BASE_STYLE, ICON_LINK, MARK, pagePolicy } from './page-style'
import { homeLinkText, refusalText } from './refusal-texts'

/** What is refused, by its status and what the row says of it. */
export interface PageRefusal {
  readonly status: number
  readonly reason?: string
}

/** A page ready to be sent: its fields without Content-Length, and its octets. */
export interface Page {
  readonly fields: readonly ResponseField[]
  readonly bytes: Uint8Array
}

const STYLE = `${BASE_STYLE}
body { display: grid; place-items: center; min-height: 100vh; min-height: 100dvh; padding: 24px; }
main { display: flex; gap: 16px; max-width: 480px; padding: 24px; border-radius: 12px; background: var(--bg); box-shadow: 0 0 0 1px var(--line); }
.mark { margin-top: 1px; }
h1 { font-size: 18px; font-weight: 600; line-height: 1.5; }
p { margin-top: 4px; color: var(--dim); }
p a { display: inline-block; padding: 6px 0; }
small { display: block; margin-top: 12px; color: var(--dim); }
`
const POLICY = pagePolicy(STYLE)

/** Addresses of ours where the start is no use: the client has the wrong name or the wrong protocol. */
const WITHOUT_HOME: ReadonlySet<number> = new Set([400, 421, 431, 501, 505])

const pages = new Map<string, Page>()

/**
 * Gives the small page for a refusal in the reader's language. It reflects nothing that the client sent, and says of
 * hidden files what it says of files that do not exist.
 */
export function refusalPage(refusal: PageRefusal, acceptLanguage: string | undefined): Page {
  const language = choosePageLanguage(acceptLanguage)
  // A handful of statuses in two languages: each page is made once.
  const key = `${language} ${String(refusal.status)} ${refusal.reason ?? ''}`
  const known = pages.get(key)
  if (known !== undefined) return known
  const page = makePage(refusal, language)
  pages.set(key, page)
  return page
}

function makePage(refusal: PageRefusal, language: PageLanguage): Page {
  const { title, advice } = refusalText(language, refusal)
  const home = WITHOUT_HOME.has(refusal.status) ? '' : `<p><a href="/">${escapeHtml(homeLinkText(language))}</a></p>`
  const html =
    `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${escapeHtml(title)}</title>${ICON_LINK}<style>${STYLE}</style></head>\n` +
    `<body><main>${MARK}<div><h1>${escapeHtml(title)}</h1><p>${escapeHtml(advice)}</p>${home}` +
    `<small>${String(refusal.status)} · Porthole</small></div></main></body>\n</html>\n`
  return {
    fields: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Language', language],
      ['Vary', 'Accept-Language'],
      ['Cache-Control', 'no-cache'],
      ['Content-Security-Policy', POLICY],
      ['X-Content-Type-Options', 'nosniff'],
      ['Referrer-Policy', 'same-origin'],
    ],
    bytes: Buffer.from(html, 'utf8'),
  }
}
