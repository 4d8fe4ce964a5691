import type { OwnRequest, Variation } from '../../../preload/own-request'
import type { ShareView } from '../../../preload/views'
import type { ChapterId } from '../../state/lesson.svelte'
import type { LessonWord } from './chapters'

/** What a request is sent to: a file, the echo, or whatever there is. */
export type TryTarget = 'file' | 'echo' | 'any'

/** One request of a try: a new one, or the one before it asked differently. */
export type TryStep =
  | {
      readonly method: string
      readonly fields?: readonly (readonly [name: string, value: string])[]
      readonly content?: string
      /** Goes behind the path of the target. */
      readonly below?: string
    }
  | { readonly again: Variation }

/** Something that the reader can make happen. */
export interface Try {
  readonly label: LessonWord
  readonly target: TryTarget
  readonly steps: readonly [TryStep, ...TryStep[]]
}

const GET: TryStep = { method: 'GET' }

/** What each chapter lets its reader try. Connections are opened by browsers only, and methods have their table. */
export const tries: { readonly [C in ChapterId]: readonly Try[] } = {
  request: [
    { label: 'tryGet', target: 'any', steps: [GET] },
    {
      label: 'tryPost',
      target: 'echo',
      steps: [{ method: 'POST', fields: [['Content-Type', 'text/plain']], content: 'hello' }],
    },
  ],
  response: [
    { label: 'tryGet', target: 'any', steps: [GET] },
    { label: 'tryHead', target: 'any', steps: [{ method: 'HEAD' }] },
  ],
  methods: [],
  status: [
    { label: 'tryGet', target: 'any', steps: [GET] },
    { label: 'tryMissing', target: 'file', steps: [{ method: 'GET', below: '.missing-on-purpose' }] },
  ],
  stateless: [{ label: 'tryGet', target: 'any', steps: [GET] }],
  media: [{ label: 'tryGet', target: 'file', steps: [GET] }],
  connections: [],
  caching: [{ label: 'tryAgain304', target: 'file', steps: [GET, { again: 'if-none-match' }] }],
  ranges: [
    { label: 'tryRange', target: 'file', steps: [{ method: 'GET', fields: [['Range', 'bytes=0-9']] }] },
    {
      label: 'tryRangeEnd',
      target: 'file',
      steps: [{ method: 'GET', fields: [['Range', `bytes=${String(Number.MAX_SAFE_INTEGER)}-`]] }],
    },
  ],
  chunked: [
    {
      label: 'tryChunked',
      target: 'echo',
      steps: [
        {
          method: 'POST',
          fields: [
            ['Content-Type', 'text/plain'],
            ['Transfer-Encoding', 'chunked'],
          ],
          content: '5\r\nHello\r\n7\r\n, world\r\n0\r\n\r\n',
        },
      ],
    },
  ],
  versions: [{ label: 'tryOld', target: 'any', steps: [GET, { again: 'http-1.0' }] }],
}

/** Gives the try of one of the nine methods. CONNECT names a host and no path (RFC 9110 §9.3.6). */
export function tryMethod(method: string): Try {
  return { label: 'tryGet', target: 'any', steps: [{ method }] }
}

/** Gives the path of what a try can be sent to, percent-encoded, or undefined where nothing suits. */
export function pathFor(target: TryTarget, shares: readonly ShareView[]): string | undefined {
  const echo = shares.find(({ kind }) => kind === 'echo')
  if (target === 'echo') return echo?.mount
  for (const { kind, state, mount, sample } of shares) {
    if (state === 'vanished' || kind === 'echo') continue
    if (kind === 'file') return mount
    if (sample !== null) return mount + sample
  }
  if (target === 'file') return undefined
  return shares.find(({ state }) => state === 'available')?.mount
}

/** Gives a step as what main is asked for. */
export function requestFor(step: TryStep, path: string, before: number | null): OwnRequest {
  if ('again' in step) return { kind: 'again', exchangeId: before ?? 0, variation: step.again }
  const { method, fields = [], content = null, below = '' } = step
  const target = method === 'CONNECT' ? 'example.org:443' : path + below
  return { kind: 'new', method, target, fields, content }
}
