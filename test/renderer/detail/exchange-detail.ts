import { exchangeTiming } from './exchange-timing'
import type { ExchangeDetail, ExchangeRow } from '../../../preload/views'
import { exchangeRow } from '../requests/exchange-row'

/** A detail whose request head is the given text, for a row that differs in some way. */
export function exchangeDetail(
  row: Partial<ExchangeRow>,
  requestHead: string | null = 'GET /a HTTP/1.1\r\nHost: x\r\n\r\n',
  different: Partial<ExchangeDetail> = {},
): ExchangeDetail {
  return {
    row: exchangeRow(row),
    requestHead: requestHead === null ? null : btoa(requestHead),
    responseHead: null,
    faultOffset: null,
    remoteAddress: '192.168.1.31',
    remotePort: 50_412,
    localAddress: '192.168.1.20',
    localPort: 8080,
    timing: exchangeTiming(),
    entityTag: null,
    time: null,
    ...different,
  }
}
