/**
 * Measures how wide a column would be if nothing in sight were cut off.
 *
 * @param body the element that holds the rows
 * @param at the place of the column's cells among the children of a row
 * @returns CSS pixels, with padding
 */
export function naturalWidth(body: HTMLElement, at: number): number {
  const cells = Array.from(body.querySelectorAll<HTMLElement>('[role="row"]'), (row) => row.children[at]).filter(
    (cell) => cell instanceof HTMLElement,
  )
  // All are widened, then all are read: one layout instead of one for each.
  for (const { style } of cells) style.width = 'max-content'
  const widest = cells.reduce((most, cell) => Math.max(most, cell.getBoundingClientRect().width), 0)
  for (const { style } of cells) style.width = ''
  return Math.ceil(widest)
}
