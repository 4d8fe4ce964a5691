import { describe, expect, it } from 'vitest'
import { resolve } from 'node:path'
import { namedPaths } from '../../main/app/command-line'

const FOLDER = resolve('/home/anna')

describe('namedPaths', () => {
  it('resolves what is named against the folder that it was named in', () => {
    const argv = ['/opt/porthole', 'films', resolve('/srv/music')]
    expect(namedPaths({ argv, workingDirectory: FOLDER, ofSources: false })).toEqual([
      resolve(FOLDER, 'films'),
      resolve('/srv/music'),
    ])
  })

  it('leaves out what Chromium and the debuggers put between', () => {
    const argv = ['electron', '--inspect=0', '--no-sandbox', '/app', '--trace-warnings', 'films']
    expect(namedPaths({ argv, workingDirectory: FOLDER, ofSources: true })).toEqual([resolve(FOLDER, 'films')])
  })

  it('gives nothing when the app was opened by itself', () => {
    expect(namedPaths({ argv: ['/opt/porthole'], workingDirectory: FOLDER, ofSources: false })).toEqual([])
    expect(namedPaths({ argv: ['electron', '/app'], workingDirectory: FOLDER, ofSources: true })).toEqual([])
  })

  it('takes a path that begins with a dash when it says that it is a path', () => {
    expect(namedPaths({ argv: ['porthole', './-x'], workingDirectory: FOLDER, ofSources: false })).toEqual([
      resolve(FOLDER, '-x'),
    ])
  })
})
