/** What a shell hears of what other sessions did. */
import { homedir } from 'node:os'
import { afterEach, describe, expect, it } from 'vitest'
import { noticeSentence } from '../../main/cli/sentences'
import { Porthole } from '../../main/share/porthole'
import type { Notice } from '../../preload/views'

const opened: Porthole[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((porthole) => porthole.dispose({ graceMs: 0 })))
})

async function open(): Promise<Porthole> {
  const porthole = await Porthole.open({
    machine: { platform: 'linux', hostName: 'Studio', version: '1.0.0', language: 'en' },
    shell: { kind: 'desktop' },
    settingsFile: null,
    settings: { port: 0, reach: 'this-computer' },
    lookUpName: async () => null,
  })
  opened.push(porthole)
  return porthole
}

describe('Porthole.onSettingsChange', () => {
  it('tells the shell what another session has set, until it no longer listens', async () => {
    const porthole = await open()
    const heard: string[] = []
    const stop = porthole.onSettingsChange(({ theme }) => heard.push(theme))
    const other = porthole.openSession({ kind: 'console' })
    await other.commands.changeSettings({ theme: 'dark' })
    stop()
    await other.commands.changeSettings({ theme: 'light' })
    expect(heard).toEqual(['dark'])
  })
})

describe('Porthole.onNoticesChange', () => {
  it('tells that a share is wider than its owner may think, in words for a terminal', async () => {
    const porthole = await open()
    let heard: readonly Notice[] = []
    porthole.onNoticesChange((notices) => {
      heard = notices
    })
    await porthole.share(homedir())
    expect(heard.map(({ fault }) => noticeSentence(fault))).toEqual([
      expect.stringMatching(/^Note: ".*" is a whole drive or a home folder/),
    ])
  })

  it('has no words for what a window tells', () => {
    expect(noticeSentence({ code: 'unexpected-error' })).toBeUndefined()
  })
})
