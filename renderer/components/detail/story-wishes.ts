import type { ExchangeRow } from '../../../preload/views'
import type { RichText } from '../../text/rich-text'
import type { Voice } from '../requests/row-words'
import { firstOfRest, type RequestWishes, type Wish, type WishName } from './request-wishes'

/** A sentence, and the wish that it speaks of. */
export interface ToldWish {
  readonly says: RichText
  readonly of: Wish | null
}

/** What a request asks for beyond its target, in sentences. */
export function tellWishes(row: ExchangeRow, wishes: RequestWishes, voice: Voice): ToldWish[] {
  const { detail, story } = voice.t
  const told: ToldWish[] = []
  const tell = (says: RichText, ...names: readonly WishName[]): void => {
    const name = names.find((each) => wishes.has(each))
    if (name !== undefined) told.push({ says, of: wishes.get(name) ?? null })
  }
  if (row.method === 'HEAD') told.push({ says: story.wantsHead(), of: null })
  const range = wishes.get('range')
  if (range !== undefined) {
    tell(sayRange(row, { range, hasVersion: wishes.has('if-range') }, voice), 'range')
    tell(detail.askedSameVersion(), 'if-range')
  }
  tell(detail.askedIfChanged(), 'if-none-match', 'if-modified-since')
  tell(story.wantsOnlyVersion(), 'if-match', 'if-unmodified-since')
  if (/^100-continue$/i.test(wishes.get('expect')?.value ?? '')) tell(story.waitedForGoAhead(), 'expect')
  return told
}

function sayRange(
  { file }: ExchangeRow,
  { range, hasVersion }: { readonly range: Wish; readonly hasVersion: boolean },
  { t, format }: Voice,
): RichText {
  const first = firstOfRest(range.value)
  if (first === null || file === null || first >= file.size) return t.detail.askedRange(range.value)
  const share = format.percent(first / file.size)
  return hasVersion ? t.story.resumes(first, share) : t.story.wantsRest(first, share)
}

/** What decided the answer, where that was one of the wishes. */
export function tellDecision(row: ExchangeRow, wishes: RequestWishes, { t, format }: Voice): ToldWish[] {
  const { detail, story } = t
  const range = wishes.get('range')
  const told = (name: WishName, says: RichText): ToldWish[] => {
    const of = wishes.get(name)
    return of === undefined ? [] : [{ says, of }]
  }
  switch (row.status) {
    case 206:
      return told('if-range', detail.stillMatches())
    case 200:
      return range === undefined ? [] : told('if-range', detail.noLongerMatches())
    case 304:
      return wishes.has('if-none-match')
        ? told('if-none-match', story.tagIsCurrent())
        : told('if-modified-since', story.notChangedSince())
    case 412:
      return wishes.has('if-match')
        ? told('if-match', story.otherTag())
        : told('if-unmodified-since', story.changedSince())
    case 416:
      return row.file === null || range === undefined
        ? []
        : told('range', story.endsBefore(format.exactSize(row.file.size), range.value))
    default:
      return []
  }
}
