import type { Attachment } from 'svelte/attachments'

/** Tells the inner size of an element, in CSS pixels, at first and whenever it changes. */
export function observeSize(onSize: (size: { width: number; height: number }) => void): Attachment<HTMLElement> {
  return (element) => {
    const observer = new ResizeObserver(() => {
      onSize({ width: element.clientWidth, height: element.clientHeight })
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }
}
