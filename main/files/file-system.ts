import type * as nodeFs from 'node:fs/promises'
import type { OpenFileLimit } from './open-file-limit'
import type { StatThread } from './stat-thread'

/** What we ask of the file system; tests pass one that fails. */
export interface FileSystem extends Pick<
  typeof nodeFs,
  'open' | 'opendir' | 'lstat' | 'stat' | 'readlink' | 'realpath'
> {
  /** Starts a thread that looks at many names; undefined while enough run. Without it, each is asked for by `lstat`. */
  readonly startStatThread?: () => StatThread | undefined
}

/** Where a share's entries are looked for, and by whose rules. */
export interface SharePlace {
  /** Absolute real path of the folder that nothing may leave. */
  readonly root: string
  readonly platform: NodeJS.Platform
  /** Whether a drive was mounted at the root when it was shared: then it is gone when none is. */
  readonly isMountPoint: boolean
  /** Whether /proc/self/fd tells where an open file is: Linux, unless it runs without /proc. */
  readonly descriptorLinks: boolean
  readonly fs: FileSystem
  readonly limit: OpenFileLimit
}
