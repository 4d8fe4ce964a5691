/** Everything that is measured, in the order of the report. */
import { FIRST_BYTE_UNDER_LOAD } from './first-byte-under-load'
import { EIGHT_LARGE, ONE_LARGE } from './large-downloads'
import { LISTING, LONG_LISTING } from './listings'
import { RANDOM_RANGES } from './random-ranges'
import { HUNDRED_KIBIBYTES, NOT_MODIFIED, ONE_KIBIBYTE } from './small-files'
import type { Workload } from './workload'

export const WORKLOADS: readonly Workload[] = [
  ONE_LARGE,
  EIGHT_LARGE,
  HUNDRED_KIBIBYTES,
  ONE_KIBIBYTE,
  NOT_MODIFIED,
  RANDOM_RANGES,
  LISTING,
  LONG_LISTING,
  FIRST_BYTE_UNDER_LOAD,
]

/** What `--quick` runs. */
export const QUICK_WORKLOADS: readonly Workload[] = WORKLOADS.filter((each) => each !== LONG_LISTING)
