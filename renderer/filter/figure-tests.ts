/** How figures, times and ranges of octets meet what is asked of them. */
import type { RowFile } from '../../preload/views'
import type { Figure, Test } from './query'

/** Makes the function that tells whether a figure passes. */
export function figureTest(test: Test): (value: number) => boolean {
  switch (test.kind) {
    case 'compare':
      return comparison(test.op, test.value)
    case 'between': {
      const from = test.from?.value ?? -Infinity
      const to = test.to?.value ?? Infinity
      return (value) => value >= from && value <= to
    }
    case 'class': {
      const { digit } = test
      return (value) => Math.floor(value / 100) === digit
    }
    case 'any': {
      const tests = test.of.map(figureTest)
      return (value) => tests.some((each) => each(value))
    }
    default:
      return () => false
  }
}

function comparison(op: '=' | '>' | '>=' | '<' | '<=', { value: wanted, width }: Figure): (value: number) => boolean {
  switch (op) {
    case '=':
      // Whatever would be written so: 4.68 GB is `4.7gb`.
      return width === 0 ? (value) => value === wanted : (value) => Math.abs(value - wanted) <= width / 2
    case '>':
      return (value) => value > wanted
    case '>=':
      return (value) => value >= wanted
    case '<':
      return (value) => value < wanted
    case '<=':
      return (value) => value <= wanted
  }
}

const DAY_MS = 86_400_000

/** Makes the function that tells whether a moment passes; without a date, by the time of day on this computer. */
export function momentTest(test: Test): (at: number) => boolean {
  if (test.kind === 'compare') {
    const { op, value } = test
    const position = value.dated === true ? (at: number) => at : timeOfDay
    if (op !== '=') {
      const matches = comparison(op, value)
      return (at) => matches(position(at))
    }
    // `time:14:05` is the whole minute.
    return (at) => position(at) >= value.value && position(at) < value.value + value.width
  }
  if (test.kind !== 'between') return () => false
  const { from, to } = test
  if ((from ?? to)?.dated === true) return figureTest(test)
  const start = from?.value ?? 0
  const end = to?.value ?? DAY_MS
  // From before midnight to after it.
  if (start > end) return (at) => timeOfDay(at) >= start || timeOfDay(at) <= end
  return (at) => timeOfDay(at) >= start && timeOfDay(at) <= end
}

function timeOfDay(at: number): number {
  const date = new Date(at)
  return ((date.getHours() * 60 + date.getMinutes()) * 60 + date.getSeconds()) * 1000 + date.getMilliseconds()
}

/** Makes the function that tells whether what was sent of a file touches the octets that are asked for. */
export function rangeTest(test: Test): (file: RowFile) => boolean {
  const matches = touches(test)
  return ({ ranges }) => ranges.some(([first, last]) => matches(first, last))
}

function touches(test: Test): (first: number, last: number) => boolean {
  if (test.kind === 'between') {
    const from = test.from?.value ?? 0
    const to = test.to?.value ?? Infinity
    return (first, last) => last >= from && first <= to
  }
  if (test.kind !== 'compare') return () => false
  const { op, value } = test
  if (op === '=') return (first, last) => first <= value.value && last >= value.value
  // `range>1gb`: an octet beyond it was sent; `range<1gb`: one before it.
  const matches = comparison(op, value)
  return op === '>' || op === '>=' ? (_first, last) => matches(last) : (first) => matches(first)
}
