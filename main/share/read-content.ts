import { Buffer } from 'node:buffer'
import type { ContentPiece, ContentPieceRequest } from '../../preload/content-piece'
import type { ExchangeLog } from './exchange-log'
import type { Shares } from './shares'

/**
 * Reads octets of the file that an exchange carried, from the disk as it is now: contents are never kept. Null when the
 * exchange carried no file, or its file or share is gone.
 */
export async function readContent(
  log: Pick<ExchangeLog, 'find'>,
  shares: Pick<Shares, 'find'>,
  { exchangeId, offset, length }: ContentPieceRequest,
): Promise<ContentPiece | null> {
  const record = log.find(exchangeId)
  if (record === undefined || record.file === null) return null
  const content = shares.find(record.file.shareId)?.content
  const piece = await content?.readPiece(record.file.path.split('/'), { offset, length })
  if (piece === undefined) return null
  const { buffer, byteOffset, byteLength } = piece.bytes
  const bytes = Buffer.from(buffer, byteOffset, byteLength).toString('base64')
  return { bytes, size: piece.size, isSameVersion: piece.entityTag === record.entityTag }
}
