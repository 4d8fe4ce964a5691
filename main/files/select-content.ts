import { selectRanges } from '../http/byte-range'
import { fieldValue } from '../http/field-lines'
import { evaluatePreconditions, rangeApplies } from '../http/preconditions'
import type { ServableFile } from './open-entry'
import type { ContentFound, ContentUnneeded } from './outcome'
import type { Representation, RepresentationReader } from './representation'
import type { FileRequest, ServingRules } from './served-content'

/** The file goes on in what is decided. */
export type Decided = ContentFound | ContentUnneeded

/** How a file was come by. */
export interface AskedFile {
  readonly request: FileRequest
  readonly rules: ServingRules
  /** The file's name in the address. */
  readonly name: string
  /** It is sent for its folder: a page to be shown, never a file to be kept. */
  readonly isIndex?: boolean
}

/**
 * Describes a file and decides how much of it is sent: at once where it has been described before. Only when that fails is it closed
 * here.
 */
export function decideFile(
  representations: RepresentationReader,
  file: ServableFile,
  { request, rules, name, isIndex = false }: AskedFile,
): Decided | Promise<Decided> {
  const attach = !isIndex && (rules.alwaysAttach || asksForDownload(request.query))
  // Whoever serves index.html shares a web site, and means its pages to work as pages.
  const sandbox = !rules.serveIndex
  const asked = { name, attach, sandbox, at: request.at }
  const representation = representations.recall(file, asked)
  if (representation !== undefined) return selectContent(file, representation, request)
  return describeAndSelect(representations.describe(file, asked), file, request)
}

async function describeAndSelect(
  description: Promise<Representation>,
  file: ServableFile,
  request: FileRequest,
): Promise<Decided> {
  try {
    return selectContent(file, await description, request)
  } catch (error) {
    await file.source.close()
    throw error
  }
}

/** `?download`, with or without a value, alone or among others. */
function asksForDownload(query: string | undefined): boolean {
  return query !== undefined && /(?:^|&)download(?:[=&]|$)/.test(query)
}

/** Decides how much of an existing file is sent: preconditions first, then ranges (RFC 9110 §13.2.2). */
export function selectContent(file: ServableFile, representation: Representation, request: FileRequest): Decided {
  const verdict = evaluatePreconditions(request, representation, request.at)
  if (verdict !== 'proceed') return { kind: verdict, file, representation }

  // Range means something for GET only (RFC 9110 §14.2).
  const range = request.method === 'GET' ? fieldValue(request.fields, 'range') : undefined
  if (range === undefined || !rangeApplies(request.fields, representation, request.at)) {
    return { kind: 'content', file, representation, ranges: undefined }
  }
  const selection = selectRanges(range, file.facts.size)
  switch (selection.kind) {
    case 'whole':
      return { kind: 'content', file, representation, ranges: undefined }
    case 'parts':
      return { kind: 'content', file, representation, ranges: selection.ranges }
    case 'unsatisfiable':
      return { kind: 'range-not-satisfiable', file, representation }
  }
}
