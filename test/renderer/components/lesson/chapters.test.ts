import { describe, expect, it } from 'vitest'
import { parseCitation } from '../../../../preload/references'
import { chapters } from '../../../../renderer/components/lesson/chapters'
import { figures } from '../../../../renderer/components/lesson/figures'
import { chapterIds } from '../../../../renderer/state/lesson.svelte'
import { lesson } from '../../../../renderer/text/lesson/lesson'

describe('chapters', () => {
  it('use every paragraph that is written, each once', () => {
    const used = chapterIds.flatMap((id) => chapters[id].paragraphs)
    const written = Object.keys(lesson).filter((key) => chapterIds.some((id) => new RegExp(`^${id}\\d$`).test(key)))
    expect(used.toSorted()).toEqual(written.toSorted())
  })

  it('cite standards that can be opened', () => {
    for (const id of chapterIds) expect(() => chapters[id].standards.map(parseCitation)).not.toThrow()
  })

  it('have a figure each', () => {
    expect(chapterIds.filter((id) => figures[id] === undefined)).toEqual(['methods', 'status', 'media'])
  })

  it('draw octets only', () => {
    const octets = Object.values(figures).flatMap((lines) => lines.flat().map((part) => part.octets))
    expect(octets.filter((text) => /[^\0-\xff]/.test(text))).toEqual([])
  })
})
