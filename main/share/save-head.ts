import { Buffer } from 'node:buffer'
import { writeFile } from 'node:fs/promises'
import type { Answer } from '../../preload/contract'
import type { HeadChoice } from '../../preload/head-choice'
import { toDetail } from './exchange-record'
import type { ExchangeLog } from './exchange-log'
import { exportFault } from './export/export-fault'

/** Writes the octets of a head, exactly as they crossed, where the person says. Not saved when they thought better. */
export async function saveHead(
  log: Pick<ExchangeLog, 'find'>,
  chooseSavePlace: (suggestedName: string) => Promise<string | null>,
  { exchangeId, message }: HeadChoice,
): Promise<Answer<{ readonly saved: boolean }>> {
  const record = log.find(exchangeId)
  const detail = record === undefined ? null : toDetail(record)
  const head = message === 'request' ? detail?.requestHead : detail?.responseHead
  if (head == null) return { ok: false, fault: { code: 'unknown-id' } }
  const name = `${message}-${String(exchangeId)}.http`
  const path = await chooseSavePlace(name)
  if (path === null) return { ok: true, value: { saved: false } }
  try {
    await writeFile(path, Buffer.from(head, 'base64'))
    return { ok: true, value: { saved: true } }
  } catch (error) {
    return { ok: false, fault: exportFault(error, name) }
  }
}
