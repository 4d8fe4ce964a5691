/** Everything that is measured, in the order of the report. */
import { FIRST_BYTE_UNDER_LOAD } from './first-byte-under-load'
import { EIGHT_LARGE, ONE_LARGE } from './large-downloads'
import { IDLE_CONNECTIONS } from './idle-connections'
import { LISTING, LONG_LISTING, LOOP_HELD } from './listings'
import { LOOKING } from './looking'
import { RANDOM_RANGES } from './random-ranges'
import { HUNDRED_KIBIBYTES, NOT_MODIFIED, ONE_KIBIBYTE } from './small-files'
import { SLOW_READERS } from './slow-readers'
import { START } from './start'
import type { Workload } from './workload'

export const WORKLOADS: readonly Workload[] = [
  ONE_LARGE,
  EIGHT_LARGE,
  HUNDRED_KIBIBYTES,
  ONE_KIBIBYTE,
  NOT_MODIFIED,
  RANDOM_RANGES,
  FIRST_BYTE_UNDER_LOAD,
  LOOKING,
  START,
  SLOW_READERS,
  IDLE_CONNECTIONS,
  LISTING,
  LONG_LISTING,
  LOOP_HELD,
]

/** What `--quick` runs. */
export const QUICK_WORKLOADS: readonly Workload[] = [
  ONE_LARGE,
  EIGHT_LARGE,
  HUNDRED_KIBIBYTES,
  ONE_KIBIBYTE,
  NOT_MODIFIED,
  RANDOM_RANGES,
  FIRST_BYTE_UNDER_LOAD,
  LISTING,
]
