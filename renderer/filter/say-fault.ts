import { escapeForLog } from '../../preload/inert-text'
import type { Catalogue } from '../text/catalogue'
import type { FilterFault } from './filter-fault'

/** Says why a text is no filter. */
export function sayFilterFault({ code, about }: FilterFault, { filterFaults: t }: Catalogue): string {
  const what = escapeForLog(about.slice(0, 60))
  const words: { readonly [C in FilterFault['code']]: string } = {
    'value-missing': t.valueMissing(what),
    'operand-missing': t.operandMissing,
    'quote-open': t.quoteOpen,
    'group-open': t.groupOpen,
    'group-not-open': t.groupNotOpen,
    'group-empty': t.groupEmpty,
    'field-missing': t.fieldMissing(what),
    'flag-unknown': t.flagUnknown(what),
    'note-unknown': t.noteUnknown(what),
    'key-unknown': t.keyUnknown(what),
    'comparison-unfit': t.comparisonUnfit(what),
    'not-a-number': t.notANumber(what),
    'not-a-status': t.notAStatus(what),
    'not-an-address': t.notAnAddress(what),
    'not-a-connection': t.notAConnection(what),
    'not-a-time': t.notATime(what),
    'not-a-mark': t.notAMark(what),
    'unit-missing': t.unitMissing(what),
    'unit-unknown': t.unitUnknown(what),
    'range-reversed': t.rangeReversed,
    'pattern-invalid': t.patternInvalid,
    'pattern-unsafe': t.patternUnsafe,
    'text-too-long': t.textTooLong,
    'too-many-terms': t.tooManyTerms,
    'nested-too-deep': t.nestedTooDeep,
  }
  return words[code]
}
