/** What a story says of other requests, and the way to them. */
import type { RichText } from '../../text/rich-text'
import type { Voice } from '../requests/row-words'
import type { Related, RelatedRequests } from './related-requests'
import type { StoryRef } from './story'

/** Sentences about other requests, with the way to those that are in memory. */
export interface ToldRelation {
  readonly says: readonly RichText[]
  readonly refs: readonly StoryRef[]
}

/** What is known of the requests that are spoken of. */
export interface RelationSubject {
  readonly id: number
  readonly replayed: boolean
  readonly related: RelatedRequests
  /** Whether a request can still be shown. */
  readonly isInMemory: (id: number) => boolean
}

/** How it came over its connection: after which one, or sent by ourselves. */
export function tellWhence({ replayed, related, isInMemory }: RelationSubject, voice: Voice): ToldRelation {
  const { story } = voice.t
  const { before, repeated } = related
  const told: ToldRelation[] = []
  if (replayed && repeated === null) told.push({ says: [story.askedByUs()], refs: [] })
  if (repeated !== null) told.push(speakOf(repeated, story.repeats, { isInMemory, voice }))
  if (before === 'gone') told.push({ says: [story.beforeGone()], refs: [] })
  else if (before !== null) told.push(speakOf(before, story.cameAfter, { isInMemory, voice }))
  return join(told)
}

/** Which download it has a part in. */
export function tellOrigin({ related: { origin }, isInMemory }: RelationSubject, voice: Voice): ToldRelation {
  if (origin === null) return join([])
  const { story } = voice.t
  const says = {
    'went-on': story.goesOnWhere,
    'same-file': story.sameFile,
    beside: story.ranBeside,
    'other-version': story.otherVersion,
  }[origin.kind]
  return speakOf(origin.id, says, { isInMemory, voice })
}

/** What others did after it: what shows that it arrived, who went on, and with which one the file was whole. */
export function tellAftermath({ id, related, isInMemory }: RelationSubject, voice: Voice): ToldRelation {
  const { story } = voice.t
  const { after, wentOn, completed } = related
  const told: ToldRelation[] = []
  if (after === 'gone') told.push({ says: [story.thenAnother()], refs: [] })
  else if (after !== null) told.push(speakOf(after, story.thenCame, { isInMemory, voice }))
  if (wentOn !== null) told.push(speakOf(wentOn, story.wentOn, { isInMemory, voice }))
  if (completed === id) told.push({ says: [story.wholeWithThis()], refs: [] })
  else if (completed !== null && completed !== wentOn) {
    told.push(speakOf(completed, story.wholeWith, { isInMemory, voice }))
  } else if (completed !== null) told.push({ says: [story.thenWhole()], refs: [] })
  return join(told)
}

function speakOf(
  id: Exclude<Related, 'gone'>,
  says: (id: number) => RichText,
  { isInMemory, voice: { t } }: { readonly isInMemory: (id: number) => boolean; readonly voice: Voice },
): ToldRelation {
  if (!isInMemory(id)) return { says: [says(id), t.story.thatOneIsGone()], refs: [] }
  return { says: [says(id)], refs: [{ kind: 'request', id, label: t.detail.label(id) }] }
}

function join(told: readonly ToldRelation[]): ToldRelation {
  return { says: told.flatMap(({ says }) => says), refs: told.flatMap(({ refs }) => refs) }
}
