import type { PortholeApi } from '../../../preload/contract'

/** What the detail of a request asks of main. `App.svelte` hands over the API itself; a test hands over less. */
export type DetailActs = Pick<
  PortholeApi,
  | 'readDetail'
  | 'readConnection'
  | 'openReference'
  | 'readContent'
  | 'copyText'
  | 'saveHead'
  | 'computeDigest'
  | 'readDigest'
  | 'cancelDigest'
>
