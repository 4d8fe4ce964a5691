import { Buffer } from 'node:buffer'
import { escapeHtml } from '../../files/pages/escape-html'
import type { PageLanguage } from '../../files/pages/language'
import { ICON_LINK, MARK } from '../../files/pages/page-style'
import type { EchoedContent, EchoFacts } from './echo-facts'
import { ECHO_STYLE } from './echo-style'
import { endpointText } from './echo-text'
import type { EchoTexts } from './echo-texts'
import { ECHO_TEXTS } from './echo-texts'
import { visibleTextHtml } from './readable-text'

/**
 * Writes the echo for a browser. Nothing on the page is trusted: whatever the client sent is escaped, what cannot be
 * seen is written out, and the page has no script for it to reach.
 */
export function writeEchoPage(facts: EchoFacts, language: PageLanguage): string {
  const texts = ECHO_TEXTS[language]
  return (
    `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">` +
    `<title>${escapeHtml(texts.title)}</title>${ICON_LINK}<style>${ECHO_STYLE}</style></head>\n` +
    `<body><div class="page">\n<header class="top">${MARK}<div><h1>${escapeHtml(texts.title)}</h1>` +
    `<p>${escapeHtml(texts.lead)}</p></div></header>\n<main>\n` +
    `${factsSection(facts, texts)}${headSection(facts, texts)}${contentSection(facts, texts)}` +
    `${askSection(facts, texts)}</main>\n</div></body>\n</html>\n`
  )
}

function factsSection(facts: EchoFacts, texts: EchoTexts): string {
  const { method, target, at, client, server, content } = facts
  // Looked up among our own keys only: a method can be called `constructor`.
  const meaning = Object.hasOwn(texts.methods, method) ? texts.methods[method] : undefined
  const time = new Date(at).toISOString()
  const rows: [label: string, html: string][] = [
    [texts.method, `<span class="tag">${escapeHtml(method)}</span> ${escapeHtml(meaning ?? texts.otherMethod)}`],
    [texts.target, `<code>${visibleTextHtml(target)}</code>`],
    [texts.time, `<code><time datetime="${time}">${time}</time></code>`],
    [texts.from, `<code>${escapeHtml(endpointText(client))}</code>`],
    [texts.to, `<code>${escapeHtml(endpointText(server))}</code>`],
    [texts.content, escapeHtml(content === null ? texts.noContent : texts.size(content.size))],
  ]
  if (content !== null) rows.push(['SHA-256', `<code>${content.sha256}</code>`])
  const items = rows.map(([label, html]) => `<dt>${escapeHtml(label)}</dt><dd>${html}</dd>`).join('')
  return `<section><dl class="facts">${items}</dl></section>\n`
}

function headSection({ lines, method, target, version }: EchoFacts, texts: EchoTexts): string {
  const [, ...fieldLines] = lines
  const requestLine =
    `<span><b class="m">${escapeHtml(method)}</b> <b>${visibleTextHtml(target)}</b> ` +
    `<i class="n">${escapeHtml(version)}</i></span>`
  const rest = fieldLines.map((line) => {
    const colon = line.indexOf(':')
    return `<span><i class="n">${escapeHtml(line.slice(0, colon + 1))}</i>${visibleTextHtml(line.slice(colon + 1))}</span>`
  })
  // The blank line that ends a head is a line too.
  return `<section><h2>${escapeHtml(texts.request)}</h2><pre class="head">${requestLine}${rest.join('')}<span></span></pre></section>\n`
}

function contentSection({ content }: EchoFacts, texts: EchoTexts): string {
  if (content === null || content.size === 0) return ''
  return `<section><h2>${escapeHtml(texts.content)}</h2>${contentBlock(content, texts)}</section>\n`
}

function contentBlock({ text, isCut }: EchoedContent, texts: EchoTexts): string {
  if (text === null) return `<p class="note">${escapeHtml(texts.notText)}</p>`
  const note = isCut ? `<p class="note">${escapeHtml(texts.beginning(Buffer.byteLength(text)))}</p>` : ''
  // A parser of HTML drops a line feed right after <pre>: one more keeps the first of the content.
  return `${note}<pre>\n${visibleTextHtml(text)}</pre>`
}

/** Paths that mean the same in every shell. */
const PLAIN_PATH = /^\/[A-Za-z0-9\-._~/]*$/

function askSection({ server, target }: EchoFacts, texts: EchoTexts): string {
  const [path = '/'] = target.split('?', 1)
  const address = `http://${endpointText(server)}${PLAIN_PATH.test(path) ? path : '/'}`
  const commands = [
    `curl -i ${address}`,
    `curl -I ${address}`,
    `curl --data "hello" ${address}`,
    `curl -X TRACE ${address}`,
    `curl -H "Accept: application/json" ${address}`,
  ].map((command) => `<code>${escapeHtml(command)}</code>`)
  return `<section><h2>${escapeHtml(texts.askDifferently)}</h2><div class="ask">${commands.join('')}</div></section>\n`
}
