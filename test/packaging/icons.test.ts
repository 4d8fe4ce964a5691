import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { drawIcons } from '../../build/icons.mjs'

const ICONS = join(import.meta.dirname, '../../build/icons')

describe('build/icons', () => {
  it('is what npm run icons draws from the SVG files of today', async () => {
    const drawn = await drawIcons()
    const stale: string[] = []
    for (const [path, content] of drawn) {
      const committed = await readFile(join(ICONS, path)).catch(() => Buffer.alloc(0))
      if (!committed.equals(content)) stale.push(path)
    }
    expect(stale).toEqual([])
  })

  it('holds square pictures of the sizes their names say', async () => {
    const names = (await readdir(ICONS)).filter((name) => name.endsWith('.png'))
    expect(names).toContain('512x512.png')
    for (const name of names) {
      const header = await readFile(join(ICONS, name))
      // The IHDR chunk is always the first: width at octet 16, height at octet 20.
      expect(`${String(header.readUInt32BE(16))}x${String(header.readUInt32BE(20))}.png`).toBe(name)
    }
  })
})
