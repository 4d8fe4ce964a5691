import { describe, expect, it } from 'vitest'
import type { FieldsFound, FieldsWanted } from '../../../preload/head-fields'
import { FieldValues } from '../../../renderer/state/field-values.svelte'
import { exchangeRow } from '../requests/exchange-row'

const TYPE = { side: 'response', name: 'content-type' } as const

function start() {
  const asked: (readonly number[])[] = []
  const answers = new Map<number, string | null>()
  const readFields = ({ ids }: FieldsWanted): Promise<readonly FieldsFound[]> => {
    asked.push(ids)
    return Promise.resolve(ids.map((id) => ({ id, values: [answers.get(id) ?? null] })))
  }
  return { values: new FieldValues({ readFields }), asked, answers }
}

describe('FieldValues', () => {
  it('asks once for what it does not know', async () => {
    const { values, asked, answers } = start()
    answers.set(1, 'text/html')
    const rows = [exchangeRow({ id: 1 }), exchangeRow({ id: 2 })]
    await values.want(rows, [TYPE])
    await values.want(rows, [TYPE])
    expect([asked, values.valueOf(1, 'content-type'), values.valueOf(2, 'content-type')]).toEqual([
      [[1, 2]],
      'text/html',
      null,
    ])
  })

  it('asks again once a request has been answered', async () => {
    const { values, asked, answers } = start()
    await values.want([exchangeRow({ id: 1, status: null, state: 'receiving' })], [TYPE])
    answers.set(1, 'image/png')
    await values.want([exchangeRow({ id: 1 })], [TYPE])
    expect([asked.length, values.valueOf(1, 'content-type')]).toEqual([2, 'image/png'])
  })

  it('asks for nothing without a column, and one question at a time', async () => {
    const { values, asked } = start()
    await values.want([exchangeRow({ id: 1 })], [])
    await Promise.all([values.want([exchangeRow({ id: 1 })], [TYPE]), values.want([exchangeRow({ id: 2 })], [TYPE])])
    expect(asked).toEqual([[1]])
  })
})
