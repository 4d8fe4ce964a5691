/** What the use case asks of the program around it: the Electron shell, the console, or nothing but a terminal. */
import type { Answer } from '../../preload/contract'
import type { Reference } from '../../preload/references'

/** Which dialog is meant. */
export type PathChoice = 'folder' | 'files'

/** A file that somebody may fetch. */
export interface OfferedFile {
  readonly name: string
  readonly mediaType: string
  readonly pieces: Iterable<string>
}

/** The machine's own ways to reach a person. The desktop has them all; what a shell lacks is refused as a breach. */
export interface Shell {
  readonly kind: 'desktop' | 'console'
  /** Gives the absolute paths that a person chose in the system's dialog; none when it was cancelled. */
  readonly choosePaths?: (choice: PathChoice) => Promise<readonly string[]>
  readonly copyText?: (text: string) => void | Promise<void>
  /** Opens one of our own addresses in the system's browser. */
  readonly openExternal?: (origin: string) => Promise<void>
  /** Opens a section of a standard in the system's browser. */
  readonly openReference?: (reference: Reference) => Promise<void>
  /** Gives the absolute path where a person wants a file to be, by the system's dialog; null when it was cancelled. */
  readonly chooseSavePlace?: (suggestedName: string) => Promise<string | null>
  /** Offers a file to the page's browser, and gives the path beside the page where it is fetched, once. */
  readonly offerDownload?: (file: OfferedFile) => string
  /** Shows an exchange in a window of its own. */
  readonly openDetailWindow?: (exchangeId: number) => Answer<null>
  /** Shows a folder or a file in the system's file manager. */
  readonly reveal?: (path: string) => void | Promise<void>
}

/** The machine we run on, as far as the use case wants to know. */
export interface Machine {
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly hostName: string
  /** The program's own version. */
  readonly version: string
  /** The system's preferred language as a BCP 47 tag. */
  readonly language: string
}
