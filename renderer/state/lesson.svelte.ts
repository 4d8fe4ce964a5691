import type { Arrangement } from './remembered'

/** The chapters of "How HTTP works", in the order in which they are taught. */
export const chapterIds = [
  'request',
  'response',
  'methods',
  'status',
  'stateless',
  'media',
  'connections',
  'caching',
  'ranges',
  'chunked',
  'versions',
] as const
export type ChapterId = (typeof chapterIds)[number]

const READ = 'lesson-read'
const LAST = 'lesson-last'

/** Where somebody is in the lesson, and what they have read of it: remembered between runs. */
export class Lesson {
  readonly #arrangement: Arrangement
  #last: ChapterId

  /** The chapter that is open; null while the lesson is closed. */
  at = $state<ChapterId | null>(null)
  read = $state.raw<ReadonlySet<ChapterId>>(new Set())

  constructor(arrangement: Arrangement) {
    this.#arrangement = arrangement
    this.#last = parseChapters(arrangement.getItem(LAST))[0] ?? 'request'
    this.read = new Set(parseChapters(arrangement.getItem(READ)))
  }

  /** Opens a chapter: the one that was asked for, else the one that was open last. */
  open(chapter: ChapterId = this.#last): void {
    this.at = chapter
    this.#last = chapter
    this.#arrangement.setItem(LAST, chapter)
  }

  close(): void {
    this.at = null
  }

  /** Goes on to the next chapter; from the last one, out of the lesson. This one counts as read. */
  goOn(): void {
    const { at } = this
    if (at === null) return
    this.read = new Set([...this.read, at])
    this.#arrangement.setItem(READ, [...this.read].join(' '))
    const next = nextChapter(at)
    if (next !== undefined) this.open(next)
    else {
      // Whoever has read it all begins at the beginning next time.
      this.open('request')
      this.close()
    }
  }

  goBack(): void {
    const before = this.at === null ? undefined : chapterBefore(this.at)
    if (before !== undefined) this.open(before)
  }
}

export function nextChapter(chapter: ChapterId): ChapterId | undefined {
  return chapterIds[chapterIds.indexOf(chapter) + 1]
}

export function chapterBefore(chapter: ChapterId): ChapterId | undefined {
  return chapterIds[chapterIds.indexOf(chapter) - 1]
}

/** What another version may have written is passed over. */
function parseChapters(remembered: string | null): ChapterId[] {
  const words = remembered?.split(' ') ?? []
  return chapterIds.filter((id) => words.includes(id))
}
