import type { Attachment } from 'svelte/attachments'

/**
 * Sets custom properties of an element through the CSS object model. Our Content-Security-Policy allows no `style`
 * attribute, so this is how figures that are only known at run time reach a style sheet.
 *
 * @param values by name, such as `--left`; null takes a property away
 */
export function cssProperties(values: Readonly<Record<`--${string}`, string | null>>): Attachment<HTMLElement> {
  return ({ style }) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === null) style.removeProperty(name)
      else style.setProperty(name, value)
    }
  }
}
