import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ExchangeRecord } from '../../main/share/exchange-record'
import { saveHead } from '../../main/share/save-head'

const HEAD = 'GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n'
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'porthole-save-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

function logWith(head: string): { find: (id: number) => ExchangeRecord | undefined } {
  const connection = { connectionId: 1, remoteAddress: 'x', remotePort: 1, localAddress: 'x', localPort: 2 }
  const beginning = { id: 7, at: 0, clientId: 1, connection, ordinal: 1, method: 'GET', target: '/', version: '1.1' }
  const record = new ExchangeRecord(beginning)
  record.requestHead = Buffer.from(head, 'latin1')
  return { find: (id) => (id === 7 ? record : undefined) }
}

describe('saveHead', () => {
  it('writes exactly what crossed, under the name that was chosen', async () => {
    const names: string[] = []
    const choose = (name: string): Promise<string> => {
      names.push(name)
      return Promise.resolve(join(folder, 'x.http'))
    }
    const saved = await saveHead(logWith(HEAD), choose, { exchangeId: 7, message: 'request' })
    expect([saved, names]).toEqual([{ ok: true, value: { saved: true } }, ['request-7.http']])
    expect((await readFile(join(folder, 'x.http'))).toString('latin1')).toBe(HEAD)
  })

  it('saves nothing when the dialog is cancelled, and asks nobody where there is no head', async () => {
    const cancel = (): Promise<null> => Promise.resolve(null)
    const asked = { exchangeId: 7, message: 'request' } as const
    expect(await saveHead(logWith(HEAD), cancel, asked)).toEqual({ ok: true, value: { saved: false } })
    const never = (): Promise<null> => Promise.reject(new Error('Cannot ask'))
    const fault = { ok: false, fault: { code: 'unknown-id' } }
    expect(await saveHead(logWith(HEAD), never, { ...asked, message: 'response' })).toEqual(fault)
    expect(await saveHead(logWith(HEAD), never, { ...asked, exchangeId: 8 })).toEqual(fault)
  })

  it('says in a fault that the file cannot be written', async () => {
    const nowhere = (): Promise<string> => Promise.resolve(join(folder, 'no', 'such', 'x.http'))
    const answer = await saveHead(logWith(HEAD), nowhere, { exchangeId: 7, message: 'request' })
    expect(answer).toEqual({ ok: false, fault: { code: 'file-unwritable', about: 'request-7.http' } })
  })
})
