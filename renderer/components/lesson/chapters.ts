import type { lesson } from '../../text/lesson/lesson'
import type { ChapterId } from '../../state/lesson.svelte'
import type { IconName } from '../icons'

export type LessonKey = keyof typeof lesson
/** A message that is plain text. */
export type LessonWord = {
  readonly [K in LessonKey]: (typeof lesson)[K]['en'] extends string ? K : never
}[LessonKey]
/** A message that is a paragraph. */
export type LessonParagraph = {
  readonly [K in LessonKey]: K extends `${ChapterId}${number}` ? K : never
}[LessonKey]

export interface Chapter {
  readonly icon: IconName
  readonly title: LessonWord
  readonly lead: LessonWord
  readonly paragraphs: readonly LessonParagraph[]
  /** As `parseCitation` reads them. */
  readonly standards: readonly string[]
  /** What is lit in the example: parts of the start line, and fields by their names in lower case. */
  readonly lit: { readonly request: readonly string[]; readonly response: readonly string[] }
}

/** What each chapter is made of; its words stand in `text/lesson`. */
export const chapters: { readonly [C in ChapterId]: Chapter } = {
  request: {
    icon: 'upload',
    title: 'requestTitle',
    lead: 'requestLead',
    paragraphs: ['request1', 'request2', 'request3'],
    standards: ['RFC 9112 §3', 'RFC 9112 §5', 'RFC 9110 §7.2'],
    lit: { request: ['method', 'target', 'version', 'blank'], response: [] },
  },
  response: {
    icon: 'download',
    title: 'responseTitle',
    lead: 'responseLead',
    paragraphs: ['response1', 'response2', 'response3'],
    standards: ['RFC 9112 §4', 'RFC 9110 §8.6'],
    lit: { request: [], response: ['status', 'content-type', 'content-length', 'etag', 'last-modified', 'blank'] },
  },
  methods: {
    icon: 'terminal',
    title: 'methodsTitle',
    lead: 'methodsLead',
    paragraphs: ['methods1', 'methods2'],
    standards: ['RFC 9110 §9', 'RFC 5789'],
    lit: { request: ['method'], response: ['status', 'allow'] },
  },
  status: {
    icon: 'gauge',
    title: 'statusTitle',
    lead: 'statusLead',
    paragraphs: ['status1', 'status2'],
    standards: ['RFC 9110 §15'],
    lit: { request: [], response: ['status'] },
  },
  stateless: {
    icon: 'clear',
    title: 'statelessTitle',
    lead: 'statelessLead',
    paragraphs: ['stateless1', 'stateless2', 'stateless3'],
    standards: ['RFC 9110 §3.3'],
    lit: {
      request: ['host', 'user-agent', 'accept', 'accept-language', 'accept-encoding', 'cookie', 'authorization'],
      response: [],
    },
  },
  media: {
    icon: 'image',
    title: 'mediaTitle',
    lead: 'mediaLead',
    paragraphs: ['media1', 'media2', 'media3'],
    standards: ['RFC 9110 §8.3', 'RFC 6266'],
    lit: {
      request: ['accept', 'accept-language'],
      response: ['content-type', 'content-disposition', 'content-language', 'vary', 'x-content-type-options'],
    },
  },
  connections: {
    icon: 'link',
    title: 'connectionsTitle',
    lead: 'connectionsLead',
    paragraphs: ['connections1', 'connections2', 'connections3'],
    standards: ['RFC 9112 §9.3', 'RFC 9112 §9.3.2'],
    lit: { request: ['version', 'connection', 'keep-alive'], response: ['version', 'connection', 'content-length'] },
  },
  caching: {
    icon: 'memory',
    title: 'cachingTitle',
    lead: 'cachingLead',
    paragraphs: ['caching1', 'caching2', 'caching3'],
    standards: ['RFC 9110 §8.8', 'RFC 9110 §13', 'RFC 9110 §15.4.5'],
    lit: {
      request: ['if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since', 'cache-control'],
      response: ['status', 'etag', 'last-modified', 'cache-control'],
    },
  },
  ranges: {
    icon: 'scissors',
    title: 'rangesTitle',
    lead: 'rangesLead',
    paragraphs: ['ranges1', 'ranges2', 'ranges3'],
    standards: ['RFC 9110 §14', 'RFC 9110 §13.1.5'],
    lit: { request: ['range', 'if-range'], response: ['status', 'content-range', 'accept-ranges', 'content-length'] },
  },
  chunked: {
    icon: 'sliders',
    title: 'chunkedTitle',
    lead: 'chunkedLead',
    paragraphs: ['chunked1', 'chunked2', 'chunked3'],
    standards: ['RFC 9112 §7.1', 'RFC 9112 §6.3'],
    lit: { request: ['transfer-encoding', 'content-length'], response: ['transfer-encoding', 'content-length'] },
  },
  versions: {
    icon: 'clock',
    title: 'versionsTitle',
    lead: 'versionsLead',
    paragraphs: ['versions1', 'versions2', 'versions3'],
    standards: ['RFC 9110 §2.5', 'RFC 9113', 'RFC 9114'],
    lit: { request: ['version'], response: ['version', 'connection'] },
  },
}
