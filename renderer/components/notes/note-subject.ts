import { browserFieldNotes } from '../../text/notes/browser-fields'
import { connectionFieldNotes } from '../../text/notes/connection-fields'
import { contentFieldNotes } from '../../text/notes/content-fields'
import { unknownField } from '../../text/notes/here'
import { methodNotes, unknownMethod } from '../../text/notes/methods'
import type { Note, Notes } from '../../text/notes/note'
import { rangeFieldNotes } from '../../text/notes/range-fields'
import { requestFieldNotes } from '../../text/notes/request-fields'
import { responseFieldNotes } from '../../text/notes/response-fields'
import { securityFieldNotes } from '../../text/notes/security-fields'
import { statusClassNotes, statusNotes } from '../../text/notes/statuses'
import { framingNotes, syntaxNotes } from '../../text/notes/syntax'
import { webdavFieldNotes } from '../../text/notes/webdav-fields'

/** What a note is about. Names of fields are as received: they match without regard to case (RFC 9110 §5.1). */
export type NoteSubject =
  | { readonly area: 'method' | 'status' | 'version'; readonly name: string }
  | { readonly area: 'field'; readonly name: string; readonly value: string }
  | { readonly area: 'syntax'; readonly name: keyof typeof syntaxNotes }
  | { readonly area: 'framing'; readonly name: keyof typeof framingNotes }

/** Every field that has a note, by its name in lower case. */
export const fieldNotes: ReadonlyMap<string, Note> = new Map(
  [
    rangeFieldNotes,
    contentFieldNotes,
    requestFieldNotes,
    responseFieldNotes,
    connectionFieldNotes,
    browserFieldNotes,
    securityFieldNotes,
    webdavFieldNotes,
  ].flatMap((notes: Notes) => Object.entries(notes)),
)

/** Gives the note of a part of a message; there is always one, if only to say that it is not known. */
export function findNote(subject: NoteSubject): Note {
  switch (subject.area) {
    case 'method':
      return own(methodNotes, subject.name) ?? unknownMethod
    case 'status':
      return own(statusNotes, subject.name) ?? own(statusClassNotes, subject.name.charAt(0)) ?? statusClassNotes[5]
    case 'version':
      return own(syntaxNotes, subject.name) ?? syntaxNotes['other-version']
    case 'field':
      return fieldNotes.get(subject.name.toLowerCase()) ?? unknownField
    case 'syntax':
      return syntaxNotes[subject.name]
    case 'framing':
      return framingNotes[subject.name]
  }
}

/** Names come from the wire: `constructor` is no method. */
function own(notes: Notes, name: string): Note | undefined {
  return Object.hasOwn(notes, name) ? notes[name] : undefined
}
