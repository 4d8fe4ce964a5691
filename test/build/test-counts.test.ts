import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, sumCounts, withExitStatus } from '../../build/test-counts.mjs'

describe('countVitest', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1, testResults: [] }

  it('counts skipped tests apart', () => {
    expect(countVitest(report)).toEqual({ passed: 7, failed: 0, skipped: 3 })
  })

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ]
    expect(countVitest({ ...report, testResults })).toEqual({ passed: 7, failed: 1, skipped: 3 })
  })

  it('counts a file whose preparation failed, and with it skipped its tests, as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'skipped' }, { status: 'skipped' }] }]
    expect(countVitest({ ...report, testResults })).toEqual({ passed: 7, failed: 1, skipped: 3 })
  })

  it('counts the tests of a failed file, not the file', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }] }]
    expect(countVitest({ ...report, numFailedTests: 2, testResults })).toEqual({ passed: 7, failed: 2, skipped: 3 })
  })
})

describe('countPlaywright', () => {
  it('counts a test that passed on the second try as failed', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }
    expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 2, skipped: 2 })
  })

  it('counts what went wrong outside any test', () => {
    const stats = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
    expect(countPlaywright({ stats, errors: [{ message: 'No tests found' }] }).failed).toBe(1)
  })
})

describe('withExitStatus', () => {
  const clean = { passed: 3, failed: 0, skipped: 0 }

  it('believes a status of failure over a report without one', () => {
    expect(withExitStatus(clean, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 })
  })

  it('adds nothing to failures that are already counted', () => {
    expect(withExitStatus({ ...clean, failed: 2 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 })
  })

  it('leaves a clean run as it is', () => {
    expect(withExitStatus(clean, 0)).toEqual(clean)
  })
})

describe('sumCounts', () => {
  it('adds up each kind', () => {
    const sum = sumCounts([
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ])
    expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 })
  })
})
