import { describe, expect, it } from 'vitest'
import { Coach } from '../../../renderer/state/coach.svelte'
import { chapterIds, Lesson } from '../../../renderer/state/lesson.svelte'
import type { Arrangement } from '../../../renderer/state/remembered'
import { exchangeRow } from '../requests/exchange-row'

function memory(kept: Record<string, string> = {}): Arrangement {
  return {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => {
      kept[key] = value
    },
  }
}

describe('Lesson', () => {
  it('opens at the first chapter, and later where it was left', () => {
    const arrangement = memory()
    const first = new Lesson(arrangement)
    first.open()
    expect(first.at).toBe('request')
    first.open('caching')
    first.close()
    const later = new Lesson(arrangement)
    expect(later.at).toBeNull()
    later.open()
    expect(later.at).toBe('caching')
  })

  it('counts a chapter as read once the reader goes on from it, and remembers that', () => {
    const arrangement = memory()
    const lesson = new Lesson(arrangement)
    lesson.open()
    lesson.goOn()
    lesson.goOn()
    lesson.goBack()
    expect([lesson.at, [...lesson.read]]).toEqual(['response', ['request', 'response']])
    expect([...new Lesson(arrangement).read]).toEqual(['request', 'response'])
  })

  it('closes behind the last chapter, and begins anew after it', () => {
    const lesson = new Lesson(memory())
    lesson.open()
    for (const _ of chapterIds) lesson.goOn()
    expect([lesson.at, lesson.read.size]).toEqual([null, chapterIds.length])
    lesson.open()
    expect(lesson.at).toBe('request')
  })

  it('passes over what it does not know', () => {
    const lesson = new Lesson(memory({ 'lesson-read': 'request quic <b>', 'lesson-last': 'quic' }))
    lesson.open()
    expect([lesson.at, [...lesson.read]]).toEqual(['request', ['request']])
  })
})

describe('Coach', () => {
  it('explains the first request that somebody else had answered', () => {
    const rows = [
      exchangeRow({ id: 1, replayed: true }),
      exchangeRow({ id: 2, status: null, state: 'receiving' }),
      exchangeRow({ id: 3 }),
      exchangeRow({ id: 4 }),
    ]
    expect(new Coach(memory()).choose(rows)?.id).toBe(3)
  })

  it('never explains again', () => {
    const arrangement = memory()
    const coach = new Coach(arrangement)
    coach.finish()
    expect([coach.choose([exchangeRow()]), new Coach(arrangement).choose([exchangeRow()])]).toEqual([
      undefined,
      undefined,
    ])
  })
})
