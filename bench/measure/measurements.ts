/** Everything that `npm run measure` can take, by the names that it is asked for. */
import { measureAbortedDownloads } from './aborted-downloads'
import { measureBrokenHandler } from './broken-handler'
import { measureCutOffs } from './cut-offs'
import { measureDescriptorLimit } from './descriptor-limit'
import { measureLongListing } from './long-listing'
import type { Measurement } from './reading'
import { measureSlowClients } from './slow-clients'
import { measureStalledReaders } from './stalled-readers'
import { measureStart } from './start'
import { measureStopping } from './stopping'
import { measureTruncatedFiles } from './truncated-files'
import { measureUnreadPipeline } from './unread-pipeline'
import { measureFilter } from './window-filter'
import { measureWindow } from './window-frames'

export const MEASUREMENTS: Readonly<Record<string, Measurement>> = {
  readers: measureStalledReaders,
  slow: measureSlowClients,
  pipeline: measureUnreadPipeline,
  aborts: measureAbortedDownloads,
  descriptors: measureDescriptorLimit,
  truncation: measureTruncatedFiles,
  'cut-offs': measureCutOffs,
  stop: measureStopping,
  throws: measureBrokenHandler,
  listing: measureLongListing,
  window: measureWindow,
  filter: measureFilter,
  start: measureStart,
}
