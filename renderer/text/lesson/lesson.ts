import { lessonFrame } from './frame'
import { lessonMessages } from './messages'
import { lessonSemantics } from './semantics'
import { lessonWire } from './wire'

/** All that the lesson says. */
export const lesson = { ...lessonFrame, ...lessonMessages, ...lessonSemantics, ...lessonWire }
