import { describe, expect, it } from 'vitest'
import { keyOfLine } from '../../../renderer/components/requests/row-groups'
import { TableView } from '../../../renderer/state/table-view.svelte'
import { exchangeRow, exchangeRows } from './exchange-row'

const ROW = 20
const HEIGHT = 10 * ROW

/** A view of ten rows' height that follows, holding so many rows, and what it has told its owner. */
function follow(count: number): { view: TableView; told: boolean[] } {
  const told: boolean[] = []
  const view = new TableView({ onFollowingChange: (following) => told.push(following) })
  view.measure({ height: HEIGHT, rowHeight: ROW })
  view.follow(true)
  view.receive(exchangeRows(count))
  return { view, told }
}

describe('TableView follows', () => {
  it('new rows as they come', () => {
    const { view, told } = follow(100)
    view.receive(exchangeRows(103))
    expect({ top: view.top, new: view.newCount, told }).toEqual({ top: 103 * ROW - HEIGHT, new: 0, told: [] })
  })

  it('from the first, though the element cannot yet be scrolled to the end when it is put there', () => {
    const told: boolean[] = []
    const view = new TableView({ onFollowingChange: (following) => told.push(following) })
    view.measure({ height: 0, rowHeight: ROW })
    view.receive(exchangeRows(100))
    view.follow(true)
    view.scrollTo(view.top - HEIGHT)
    view.measure({ height: HEIGHT, rowHeight: ROW })
    expect({ top: view.top, told }).toEqual({ top: 100 * ROW - HEIGHT, told: [] })
  })

  it('through a change of its size and of its rows', () => {
    const { view } = follow(100)
    view.measure({ height: HEIGHT / 2, rowHeight: 24 })
    expect(view.top).toBe(100 * 24 - HEIGHT / 2)
  })

  it.each([
    [
      'the wheel or a key goes up',
      (view: TableView) => {
        view.moveUp()
      },
    ],
    [
      'it is scrolled up by more than a pixel',
      (view: TableView) => {
        view.scrollTo(view.top - 2)
      },
    ],
    [
      'a row above is brought into sight',
      (view: TableView) => {
        view.reveal(3)
      },
    ],
    [
      'the first row is gone to',
      (view: TableView) => {
        view.goToStart()
      },
    ],
    [
      'it is sorted otherwise',
      (view: TableView) => {
        view.sortBy({ column: 'rate', direction: 'descending' })
      },
    ],
    [
      'it is sorted by arrival, newest first',
      (view: TableView) => {
        view.sortBy({ column: 'number', direction: 'descending' })
      },
    ],
    [
      'it is paused',
      (view: TableView) => {
        view.pause(true)
      },
    ],
  ])('no more once %s', (_, act) => {
    const { view, told } = follow(100)
    act(view)
    expect({ following: view.following, told }).toEqual({ following: false, told: [false] })
  })

  it('on when there is nothing to scroll up to', () => {
    const { view } = follow(5)
    view.moveUp()
    expect(view.following).toBe(true)
  })
})

describe('TableView begins to follow again', () => {
  /** Off, and one row away from the bottom. */
  function stop(): { view: TableView; told: boolean[] } {
    const { view, told } = follow(100)
    view.scrollTo(view.top - ROW)
    told.length = 0
    return { view, told }
  }

  it.each([
    [
      'at the end',
      (view: TableView) => {
        view.goToEnd()
      },
    ],
    [
      'scrolled to the bottom',
      (view: TableView) => {
        view.scrollTo(100 * ROW - HEIGHT)
      },
    ],
    [
      'scrolled to within 5 px of it',
      (view: TableView) => {
        view.scrollTo(100 * ROW - HEIGHT - 5)
      },
    ],
  ])('%s', (_, act) => {
    const { view, told } = stop()
    act(view)
    expect({ following: view.following, told }).toEqual({ following: true, told: [true] })
  })

  it('when its owner says so, sorted by arrival and at the bottom', () => {
    const { view } = stop()
    view.sortBy({ column: 'path', direction: 'ascending' })
    view.follow(true)
    expect([view.following, view.top, view.sort.column]).toEqual([true, 100 * ROW - HEIGHT, 'number'])
  })

  it.each([
    [
      'scrolled to within 6 px of the bottom',
      (view: TableView) => {
        view.scrollTo(100 * ROW - HEIGHT - 6)
      },
    ],
    [
      'by new rows',
      (view: TableView) => {
        view.receive(exchangeRows(101))
      },
    ],
    [
      'by rows leaving until all are in sight',
      (view: TableView) => {
        view.receive(exchangeRows(3, 98))
      },
    ],
    [
      'by a selection at the bottom',
      (view: TableView) => {
        view.reveal(99)
      },
    ],
    [
      'by a change of size that shows the last row',
      (view: TableView) => {
        view.measure({ height: 100 * ROW, rowHeight: ROW })
      },
    ],
    [
      'by resuming',
      (view: TableView) => {
        view.pause(true)
        view.pause(false)
      },
    ],
    [
      'at the end of another order',
      (view: TableView) => {
        view.sortBy({ column: 'path', direction: 'ascending' })
        view.goToEnd()
      },
    ],
    [
      'at the bottom of another order',
      (view: TableView) => {
        view.sortBy({ column: 'path', direction: 'ascending' })
        view.scrollTo(1e6)
      },
    ],
    [
      'at the end while paused',
      (view: TableView) => {
        view.pause(true)
        view.goToEnd()
      },
    ],
  ])('but not %s', (_, act) => {
    const { view, told } = stop()
    act(view)
    expect({ following: view.following, told }).toEqual({ following: false, told: [] })
  })

  it('but refuses its owner while paused', () => {
    const { view, told } = stop()
    view.pause(true)
    view.follow(true)
    expect({ following: view.following, told }).toEqual({ following: false, told: [false] })
  })
})

describe('TableView, standing still', () => {
  it('counts the rows that came below, until they are in sight', () => {
    const { view } = follow(100)
    view.scrollTo(50 * ROW)
    view.receive(exchangeRows(137))
    const before = view.newCount
    view.scrollTo(100 * ROW)
    expect([before, view.newCount]).toEqual([37, 27])
  })

  it('counts the rows that came in another order', () => {
    const { view } = follow(100)
    view.sortBy({ column: 'status', direction: 'ascending' })
    view.receive(exchangeRows(104))
    expect(view.newCount).toBe(4)
  })

  it('counts none while paused', () => {
    const { view } = follow(100)
    view.pause(true)
    view.receive(exchangeRows(104))
    expect(view.newCount).toBe(0)
  })

  it('keeps the row at its edge when rows above it leave memory', () => {
    const { view } = follow(100)
    view.scrollTo(50 * ROW + 7)
    view.receive(exchangeRows(90, 31))
    expect([view.rows[Math.floor(view.top / ROW)]?.id, view.top]).toEqual([51, 20 * ROW + 7])
  })

  it('stands at the next row when the one at its edge leaves memory', () => {
    const { view } = follow(100)
    view.scrollTo(50 * ROW)
    view.receive(exchangeRows(30, 71))
    expect(view.top).toBe(0)
  })

  it('keeps the row at its edge when the rows get another height', () => {
    const { view } = follow(100)
    view.scrollTo(50 * ROW + 19)
    view.measure({ height: HEIGHT, rowHeight: 28 })
    expect(view.top).toBe(50 * 28 + 19)
  })

  it('keeps the row at its edge when rows come in before it', () => {
    const { view } = follow(100)
    view.sortBy({ column: 'number', direction: 'descending' })
    view.scrollTo(10 * ROW)
    view.receive(exchangeRows(103))
    expect([view.rows[0]?.id, view.top]).toEqual([103, 13 * ROW])
  })

  it('shows what comes in first when it stands at the very top', () => {
    const { view } = follow(100)
    view.sortBy({ column: 'number', direction: 'descending' })
    view.goToStart()
    view.receive(exchangeRows(103))
    expect([view.rows[0]?.id, view.top]).toEqual([103, 0])
  })
})

describe('TableView leaves its element where it is', () => {
  /** Where the element stands, and what stands at the upper edge of what is in sight. */
  function look(view: TableView): { position: number; at: number | undefined } {
    return { position: view.vacatedHeight + view.top, at: view.rows[view.firstInSight]?.id }
  }

  it('when rows above leave memory: their room stays', () => {
    const { view } = follow(100)
    view.scrollTo(50 * ROW)
    view.receive(exchangeRows(130, 31))
    expect(look(view)).toEqual({ position: 50 * ROW, at: 51 })
    view.scrollTo(49 * ROW)
    expect(look(view)).toEqual({ position: 49 * ROW, at: 50 })
  })

  it('until it is scrolled up to the first row, which then stands at the very top', () => {
    const { view } = follow(100)
    view.scrollTo(50 * ROW)
    view.receive(exchangeRows(90, 31))
    view.scrollTo(29 * ROW)
    expect(look(view)).toEqual({ position: 0, at: 31 })
  })

  it('unless it follows', () => {
    const { view } = follow(100)
    view.scrollTo(50 * ROW)
    view.receive(exchangeRows(90, 31))
    view.goToEnd()
    expect([view.vacatedHeight, view.top]).toEqual([0, 90 * ROW - HEIGHT])
  })
})

describe('TableView keeps the selected row in sight', () => {
  it('when something opens below it', () => {
    const { view } = follow(100)
    view.scrollTo(50 * ROW)
    view.measure({ height: HEIGHT / 2, rowHeight: ROW }, 58)
    expect([view.firstInSight, view.lastInSight]).toEqual([53, 57])
  })

  it('but only if it was, and not against following', () => {
    const { view } = follow(100)
    view.measure({ height: HEIGHT / 2, rowHeight: ROW }, 92)
    const followed = view.top
    view.scrollTo(50 * ROW)
    view.measure({ height: HEIGHT, rowHeight: ROW }, 20)
    expect([followed, view.top]).toEqual([100 * ROW - HEIGHT / 2, 50 * ROW])
  })
})

describe('TableView', () => {
  it('draws the rows in sight and eight more on each side, whether or not some are cut', () => {
    const { view } = follow(1000)
    view.scrollTo(500 * ROW)
    const whole = [view.first, view.drawn.map(keyOfLine)[0], view.drawn.length]
    view.scrollTo(500 * ROW + 7)
    expect([whole, view.drawn.length]).toEqual([[492, 493, 8 + 11 + 8], 8 + 11 + 8])
  })

  it('moves as little as it can to bring a row into sight', () => {
    const { view } = follow(100)
    view.goToStart()
    view.reveal(5)
    const inSight = view.top
    view.reveal(12)
    const below = view.top
    view.reveal(2)
    expect([inSight, below, view.top]).toEqual([0, 3 * ROW, 2 * ROW])
  })

  it('finds a row by its id in every order', () => {
    const { view } = follow(50)
    const byArrival = view.indexOf(41)
    view.sortBy({ column: 'number', direction: 'descending' })
    expect([byArrival, view.indexOf(41), view.indexOf(51)]).toEqual([40, 9, -1])
  })

  it('shows the first rows of a new order', () => {
    const { view } = follow(100)
    view.sortBy({ column: 'number', direction: 'descending' })
    expect([view.top, view.drawn.map(keyOfLine)[0]]).toEqual([0, 100])
  })

  it('sorts clients by the names they have now', () => {
    const { view } = follow(0)
    view.receive([exchangeRow({ id: 1, clientId: 7 }), exchangeRow({ id: 2, clientId: 8 })])
    view.nameClientsBy((id) => (id === 7 ? 'build-07' : 'Anna'))
    view.sortBy({ column: 'client', direction: 'ascending' })
    const before = view.rows.map(({ id }) => id)
    view.nameClientsBy((id) => (id === 7 ? 'Aaron' : 'Anna'))
    expect([before, view.rows.map(({ id }) => id)]).toEqual([
      [2, 1],
      [1, 2],
    ])
  })
})
