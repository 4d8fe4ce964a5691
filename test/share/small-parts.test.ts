import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ShareOpenError } from '../../main/files/share-open-error'
import { describeUnexpected } from '../../main/share/error-report'
import { shareFault } from '../../main/share/faults'
import { Notices } from '../../main/share/notices'
import { reverseNames } from '../../main/share/reverse-names'
import { SpanCounter } from '../../main/share/span-counter'
import { TextPool } from '../../main/share/text-pool'

describe('SpanCounter', () => {
  const counter = (): SpanCounter => new SpanCounter({ spanMs: 100, spans: 4 })

  it('adds within a span, and gives the spans oldest first', () => {
    const counted = counter()
    counted.add(1000, 1)
    counted.add(1099, 2)
    counted.add(1100, 4)
    counted.add(1300, 8)
    expect(counted.read(1300)).toEqual([3, 4, 0, 8])
  })

  it('forgets what is older than its spans', () => {
    const counted = counter()
    counted.add(1000, 1)
    counted.add(1100, 2)
    expect(counted.read(1450)).toEqual([2, 0, 0, 0])
    expect(counted.read(9999)).toEqual([0, 0, 0, 0])
  })

  it('gives the rate over whole spans only', () => {
    const counted = counter()
    for (const at of [1000, 1100, 1200]) counted.add(at, 30)
    counted.add(1300, 1_000_000)
    expect(counted.ratePerSecond(1300)).toBe(300)
  })

  it('survives a clock that is set back, a little or an hour', () => {
    const counted = counter()
    counted.add(5000, 1)
    counted.add(4900, 2)
    expect(counted.read(4900)).toEqual([0, 0, 0, 3])
    counted.add(1000, 4)
    counted.add(1100, 8)
    expect(counted.read(1100)).toEqual([0, 0, 4, 8])
  })
})

describe('TextPool', () => {
  it.each(['GET', '/a/%20b', 'caf\u00e9', '照片', '\ud800 alone', ''])('keeps %j as it is', (text) => {
    expect(new TextPool().keep(text)).toBe(text)
  })

  it('stays within its bounds whatever comes', () => {
    const pool = new TextPool()
    for (let count = 0; count < 10_000; count += 1) expect(pool.keep(`/${String(count)}`)).toBe(`/${String(count)}`)
  })
})

describe('Notices', () => {
  let changes: number
  let notices: Notices
  beforeEach(() => {
    changes = 0
    notices = new Notices({ now: () => 5 })
    notices.watch(() => (changes += 1))
  })

  it('stay until they are dismissed', () => {
    notices.add({ code: 'settings-corrupt', about: 'a.json' })
    notices.add({ code: 'unexpected-error' }, 'report')
    notices.dismiss(1)
    expect(notices.list).toEqual([{ id: 2, fault: { code: 'unexpected-error' }, at: 5, report: 'report' }])
    expect(changes).toBe(3)
  })

  it('say the same thing once', () => {
    for (let count = 0; count < 3; count += 1) notices.add({ code: 'share-unreadable', about: 'x' })
    notices.add({ code: 'share-unreadable', about: 'y' })
    expect(notices.list.map(({ id, fault }) => [id, fault.about])).toEqual([
      [3, 'x'],
      [4, 'y'],
    ])
  })

  it('are bounded in number', () => {
    for (let count = 0; count < 100; count += 1) notices.add({ code: 'unexpected-error' }, `report ${String(count)}`)
    expect(notices.list.length).toBe(20)
    expect(notices.list.at(-1)?.report).toBe('report 99')
  })

  it('tell of no change when an unknown one is dismissed', () => {
    notices.dismiss(9)
    expect(changes).toBe(0)
  })
})

describe('describeUnexpected', () => {
  const machine = { platform: 'linux', hostName: 'studio', version: '1.2.3', language: 'en' } as const

  it('says what happened and where in our code, but no path and no message', () => {
    const error = Object.assign(new TypeError('Cannot read /home/anna/secret.txt for GET /<script>'), { code: 'EIO' })
    error.stack = [
      'TypeError: Cannot read /home/anna/secret.txt for GET /<script>',
      '    at openEntry (/home/anna/app/out/main/index.cjs:120:7)',
      '    at async C:\\Users\\Anna\\app\\index.cjs:4:1',
      '    at node:internal/fs:1:2',
    ].join('\n')
    expect(describeUnexpected(error, machine).split('\n')).toEqual([
      `Porthole 1.2.3 on linux, Node ${process.versions.node}`,
      'TypeError (EIO)',
      '    at openEntry in index.cjs:120:7',
      '    at index.cjs:4:1',
      '    at fs:1:2',
    ])
  })

  it.each([['a string'], [null], [undefined], [{ code: 'x y' }]])('survives %j, which is no error', (thrown) => {
    expect(describeUnexpected(thrown, machine).split('\n')).toHaveLength(2)
  })
})

describe('shareFault', () => {
  it.each([
    [new ShareOpenError('not-shareable', '/x'), 'share-not-shareable'],
    [new ShareOpenError('not-found', '/x'), 'share-not-found'],
    [new ShareOpenError('unreadable', '/x'), 'share-unreadable'],
    [new Error('no'), 'share-unreadable'],
  ])('makes of %s a fault that names the last part of the path', (error, code) => {
    expect(shareFault(error, '/home/anna/photos/')).toEqual({ code, about: 'photos' })
    expect(shareFault(error, 'C:\\Users\\Anna\\photos')).toEqual({ code, about: 'photos' })
  })
})

describe('reverseNames', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    [['studio.lan.'], 'studio.lan'],
    [['a', 'b'], 'a'],
    [[], null],
    [['<script>'], null],
    [['x'.repeat(300)], null],
    [['-option'], null],
  ])('reads the answer %j as %s', async (answer, name) => {
    expect(await reverseNames(async () => answer)('192.0.2.1')).toBe(name)
  })

  it('knows no name when the name server fails', async () => {
    expect(await reverseNames(() => Promise.reject(new Error('ENOTFOUND')))('192.0.2.1')).toBeNull()
  })

  it('asks for four at once, lets a hundred wait, and gives up on the rest at once', async () => {
    const pending: ((names: readonly string[]) => void)[] = []
    const lookUp = reverseNames(() => new Promise((resolve) => pending.push(resolve)))
    const answers = Array.from({ length: 110 }, (_, index) => lookUp(`10.0.0.${String(index)}`))
    expect(pending).toHaveLength(4)
    expect(await Promise.all(answers.slice(104))).toEqual(Array<null>(6).fill(null))
    for (let answered = 0; answered < 104; answered += 1) {
      pending.shift()?.(['a.lan'])
      await new Promise((resolve) => setImmediate(resolve))
      expect(pending.length).toBeLessThanOrEqual(4)
    }
    expect(await Promise.all(answers.slice(0, 104))).toEqual(Array<string>(104).fill('a.lan'))
  })
})
