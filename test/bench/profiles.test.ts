import { describe, expect, it } from 'vitest'
import { foldCpuProfile } from '../../bench/profile/cpu-profile'
import { foldHeapProfile } from '../../bench/profile/heap-profile'

const frame = (functionName: string, lineNumber = 0) => ({ functionName, url: 'a.js', lineNumber, columnNumber: 0 })

describe('foldCpuProfile', () => {
  it('adds what a function took wherever it was called, the dearest first', () => {
    const profile = {
      nodes: [
        { id: 1, callFrame: frame('(root)'), children: [2, 4] },
        { id: 2, callFrame: frame('serve'), children: [3] },
        { id: 3, callFrame: frame('read') },
        { id: 4, callFrame: frame('read') },
      ],
      samples: [2, 3, 4, 4],
      timeDeltas: [10, 20, 30, 5],
    }
    expect(foldCpuProfile(profile)).toEqual([
      { frame: frame('read'), selfUs: 55, totalUs: 55 },
      { frame: frame('serve'), selfUs: 10, totalUs: 30 },
      { frame: frame('(root)'), selfUs: 0, totalUs: 65 },
    ])
  })

  it('counts a function that calls itself once', () => {
    const profile = {
      nodes: [
        { id: 1, callFrame: frame('walk'), children: [2] },
        { id: 2, callFrame: frame('walk') },
      ],
      samples: [1, 2],
      timeDeltas: [1, 2],
    }
    expect(foldCpuProfile(profile)).toEqual([{ frame: frame('walk'), selfUs: 3, totalUs: 3 }])
  })

  it('takes two functions of one name for two', () => {
    const profile = {
      nodes: [
        { id: 1, callFrame: frame('at', 1), children: [2] },
        { id: 2, callFrame: frame('at', 2) },
      ],
      samples: [1, 2],
      timeDeltas: [3, 4],
    }
    expect(foldCpuProfile(profile).map(({ selfUs }) => selfUs)).toEqual([4, 3])
  })
})

describe('foldHeapProfile', () => {
  it('adds what a function allocated wherever it was called', () => {
    const leaf = { callFrame: frame('copy'), selfSize: 5, children: [] }
    const head = {
      callFrame: frame('(root)'),
      selfSize: 0,
      children: [leaf, { callFrame: frame('serve'), selfSize: 8, children: [leaf] }],
    }
    expect(foldHeapProfile(head)).toEqual([
      { frame: frame('copy'), selfBytes: 10 },
      { frame: frame('serve'), selfBytes: 8 },
      { frame: frame('(root)'), selfBytes: 0 },
    ])
  })
})
