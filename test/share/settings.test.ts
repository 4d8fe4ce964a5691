import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { usualLimits } from '../../preload/settings'
import type { Fault } from '../../preload/views'
import { writeAtomically } from '../../main/share/atomic-file'
import { DEFAULT_SETTINGS, SettingsStore } from '../../main/share/settings'

let folder: string
let file: string
let faults: Fault[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-settings-'))
  file = join(folder, 'settings.json')
  faults = []
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const open = (): Promise<SettingsStore> =>
  SettingsStore.open({
    file,
    onFault: (fault) => {
      faults.push(fault)
    },
  })

describe('SettingsStore', () => {
  it('begins with the defaults, and writes nothing until something changes', async () => {
    const store = await open()
    expect(store.settings).toEqual(DEFAULT_SETTINGS)
    await store.flush()
    expect([await readdir(folder), faults]).toEqual([[], []])
  })

  it('keeps settings, recent shares and the window between runs', async () => {
    const store = await open()
    store.change({ port: 9000, allowedHosts: ['files.example.org'] })
    store.change({ theme: 'dark' })
    store.remember({ kind: 'folder', name: '照片', path: '/home/anna/照片' })
    store.windowPlacement = { x: 1, y: 2, width: 900, height: 600 }
    await store.flush()

    const again = await open()
    expect(again.settings).toEqual({
      ...DEFAULT_SETTINGS,
      port: 9000,
      theme: 'dark',
      allowedHosts: ['files.example.org'],
    })
    expect(again.recent).toEqual([{ id: 1, kind: 'folder', name: '照片', path: '/home/anna/照片' }])
    expect(again.windowPlacement).toEqual({ x: 1, y: 2, width: 900, height: 600 })
    expect(faults).toEqual([])
  })

  it('makes its folder when it is missing, and lets only this user read the file', async () => {
    file = join(folder, 'new', 'deeper', 'settings.json')
    const store = await open()
    store.change({ port: 9000 })
    await store.flush()
    expect((await stat(file)).mode & 0o077).toBe(0)
  })

  it('writes by itself a moment after a change', async () => {
    const store = await open()
    store.change({ port: 9000 })
    await expect.poll(() => readFile(file, 'utf8').catch(() => ''), { timeout: 3000 }).toContain('9000')
  })

  it.each([
    ['cut off', '{"version":1,"settings":{"po'],
    ['empty', ''],
    ['a list', '[]'],
    ['another program’s', '{"window":{}}'],
    ['binary', '\0\u0001\ufffd'],
  ])('keeps a file aside that is %s, says so once, and goes on with the defaults', async (_, text) => {
    await writeFile(file, text)
    const store = await open()
    expect(store.settings).toEqual(DEFAULT_SETTINGS)
    const [aside = ''] = await readdir(folder)
    expect(aside).toMatch(/^settings\.corrupt-.*\.json$/)
    expect(faults).toEqual([{ code: 'settings-corrupt', about: aside }])
    expect(await readFile(join(folder, aside), 'utf8')).toBe(text)
    store.change({ port: 9000 })
    await store.flush()
    expect((await readdir(folder)).sort()).toEqual([aside, 'settings.json'])
  })

  it('keeps aside even what is no file', async () => {
    await mkdir(file)
    await open()
    expect(await readdir(folder)).toEqual([expect.stringMatching(/^settings\.corrupt-/)])
    expect(faults).toMatchObject([{ code: 'settings-corrupt' }])
  })

  it('takes the default for each value that is wrong, and the rest as it is', async () => {
    const settings = {
      port: 70_000,
      theme: 'dark',
      reach: 'the moon',
      allowedHosts: 'x',
      extra: 1,
      __proto__: { a: 1 },
    }
    await writeFile(file, JSON.stringify({ version: 1, settings, recent: [{ id: 'x' }, 5, null], windowPlacement: 7 }))
    const store = await open()
    expect(store.settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' })
    expect(store.recent).toEqual([])
    expect(store.windowPlacement).toBe(7)
    expect(faults).toEqual([])
  })

  it('keeps each limit that is one, and takes the usual one for each that is missing or wrong', async () => {
    const limits = { maxConnections: 12, maxConnectionsPerClient: 0, headTimeoutSeconds: '9', idleTimeoutSeconds: 1.5 }
    await writeFile(file, JSON.stringify({ version: 1, settings: { port: 9000, limits } }))
    const store = await open()
    expect(store.settings).toEqual({ ...DEFAULT_SETTINGS, port: 9000, limits: { ...usualLimits, maxConnections: 12 } })
  })

  it.each([[undefined], [null], [7], [[]]])('takes the usual limits where the file has %j', async (limits) => {
    await writeFile(file, JSON.stringify({ version: 1, settings: { port: 9000, limits } }))
    expect((await open()).settings).toEqual({ ...DEFAULT_SETTINGS, port: 9000 })
  })

  it('says once that it cannot write, and again after it could in between', async () => {
    file = join(folder, 'file', 'settings.json')
    await writeFile(join(folder, 'file'), 'in the way')
    const store = await open().catch(() => undefined)
    faults = []
    for (const port of [1, 2]) {
      store?.change({ port })
      await store?.flush()
    }
    expect(faults).toMatchObject([{ code: 'settings-unwritable' }])
    await rm(join(folder, 'file'))
    store?.change({ port: 3 })
    await store?.flush()
    expect(await readFile(file, 'utf8')).toContain('"port": 3')
    await rm(join(folder, 'file'), { recursive: true })
    await writeFile(join(folder, 'file'), 'in the way')
    store?.change({ port: 4 })
    await store?.flush()
    expect(faults).toHaveLength(2)
  })

  it('lets the settings of a run stand over those of the file', async () => {
    await writeFile(file, JSON.stringify({ settings: { port: 9000, showHidden: true } }))
    const store = await SettingsStore.open({ file, initial: { port: 7000 }, onFault: () => undefined })
    expect(store.settings).toMatchObject({ port: 7000, showHidden: true })
  })

  it('works in memory without a file', async () => {
    const store = await SettingsStore.open({ file: null, onFault: () => undefined })
    expect(store.change({ port: 1 }).port).toBe(1)
    await store.flush()
  })
})

describe('SettingsStore.remember', () => {
  it('puts the last one first, knows each path once, and keeps its id', async () => {
    const store = await open()
    for (const name of ['a', 'b', 'a']) store.remember({ kind: 'folder', name, path: `/${name}` })
    expect(store.recent.map(({ id, name }) => [id, name])).toEqual([
      [1, 'a'],
      [2, 'b'],
    ])
  })

  it('keeps the last twelve', async () => {
    const store = await open()
    for (let count = 1; count <= 20; count += 1) {
      store.remember({ kind: 'folder', name: 'x', path: `/${String(count)}` })
    }
    expect(store.recent.map(({ path }) => path)).toEqual(
      Array.from({ length: 12 }, (_, index) => `/${String(20 - index)}`),
    )
  })

  it('keeps nothing of a share but its kind, name and path', async () => {
    const store = await open()
    store.remember({ id: 99, kind: 'file', name: 'a', path: '/a', content: {} } as never)
    expect(store.recent).toEqual([{ id: 1, kind: 'file', name: 'a', path: '/a' }])
  })
})

describe('writeAtomically', () => {
  it('replaces a file and leaves nothing else behind', async () => {
    await writeFile(file, 'old')
    await Promise.all(['new one', 'new two'].map((text) => writeAtomically(file, text)))
    expect(await readFile(file, 'utf8')).toMatch(/^new (one|two)$/)
    expect(await readdir(folder)).toEqual(['settings.json'])
  })

  it('leaves the old file and no temporary one when it fails', async () => {
    await mkdir(join(folder, 'settings.json', 'full'), { recursive: true })
    await expect(writeAtomically(file, 'new')).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['settings.json'])
  })
})
