import { Buffer } from 'node:buffer'
import type { EchoedContent, EchoFacts, Endpoint } from './echo-facts'
import type { EchoTexts } from './echo-texts'
import { visibleText } from './readable-text'

/** Writes the echo for a terminal: the facts, the head as it came, and the beginning of the content if it is text. */
export function writeEchoText(facts: EchoFacts, texts: EchoTexts): string {
  const { method, target, at, client, server, lines, content } = facts
  const rows = [
    [texts.method, method],
    [texts.target, visibleText(target)],
    [texts.time, new Date(at).toISOString()],
    [texts.from, endpointText(client)],
    [texts.to, endpointText(server)],
    [texts.content, content === null ? texts.noContent : texts.size(content.size)],
    ...(content === null ? [] : [['SHA-256', content.sha256]]),
  ].map(([label = '', value = '']) => `${label}${texts.between}${value}\n`)
  const head = lines.map((line) => `${visibleText(line)}\n`).join('')
  return `${rows.join('')}\n${head}${content === null ? '' : contentBlock(content, texts)}`
}

/** Writes an address with its port; IPv6 in brackets, as in a URL. */
export function endpointText({ address, port }: Endpoint): string {
  return `${address.includes(':') ? `[${address}]` : address}:${String(port)}`
}

function contentBlock({ size, text, isCut }: EchoedContent, texts: EchoTexts): string {
  if (size === 0) return ''
  if (text === null) return `\n(${texts.notText})\n`
  const note = isCut ? `(${texts.beginning(Buffer.byteLength(text))})\n` : ''
  const shown = visibleText(text)
  return `\n${note}${shown}${shown.endsWith('\n') ? '' : '\n'}`
}
