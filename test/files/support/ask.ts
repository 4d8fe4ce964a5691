import { Buffer } from 'node:buffer'
import type { ResponsePlan } from '../../../main/http/response-plan'
import type { FileRequest, ServedContent, ServingRules } from '../../../main/files/served-content'

export const RULES: ServingRules = {
  shareId: 7,
  name: 'Summer 2026',
  mount: '/',
  hostName: 'lighthouse',
  showHidden: false,
  serveIndex: false,
  alwaysAttach: false,
}

/** A moment after everything that tests write. */
export const NOW = Date.UTC(2030, 0, 1)

export interface Ask {
  readonly method?: string
  readonly query?: string
  readonly fields?: Readonly<Record<string, string>>
  readonly rules?: Partial<ServingRules>
  readonly at?: number
}

export function fileRequest(path: string, { method = 'GET', query, fields = {}, at = NOW }: Ask = {}): FileRequest {
  return {
    method,
    path,
    query,
    fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
    at,
  }
}

export interface Answer {
  readonly plan: ResponsePlan
  readonly status: number
  /** Names in lower case. */
  readonly fields: Readonly<Record<string, string>>
  readonly bytes: Buffer
  readonly text: string
}

/** Asks a share and reads the answer to its end, as the server would. */
export async function ask(content: ServedContent, path: string, options: Ask = {}): Promise<Answer> {
  const plan = await content.answer(fileRequest(path, options), { ...RULES, ...options.rules })
  return readAnswer(plan)
}

export async function readAnswer(plan: ResponsePlan): Promise<Answer> {
  const bytes = await readContent(plan)
  const fields = Object.fromEntries(plan.fields.map(([name, value]) => [name.toLowerCase(), value]))
  return { plan, status: plan.status, fields, bytes, text: bytes.toString('utf8') }
}

async function readContent({ content }: ResponsePlan): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  switch (content.kind) {
    case 'none':
      break
    case 'bytes':
      chunks.push(content.bytes)
      break
    case 'stream':
      for await (const chunk of content.chunks) chunks.push(chunk)
      break
    case 'parts':
      for (const part of content.parts) {
        if (part.kind === 'bytes') {
          chunks.push(part.bytes)
          continue
        }
        const target = Buffer.alloc(part.range.last - part.range.first + 1)
        const length = await content.source.read(target, part.range.first)
        chunks.push(target.subarray(0, length))
      }
      await content.source.close()
  }
  return Buffer.concat(chunks)
}
