import { createHash } from 'node:crypto'

/**
 * What all our pages share: the palette, the type and the mark. Plain values come first, for browsers that do not know
 * light-dark(): they get the light page.
 */
export const BASE_STYLE = `
:root {
  --bg: #fffefb; --page: #f9f7f2; --sunken: #f1ede4; --hover: #f4f1e9; --line: #e7e2d8; --line-strong: #d0c9bb;
  --text: #25221c; --dim: #656056; --accent: #0a6871; --accent-soft: #dcefee; --brass: #c48f3a;
  --font: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono", "Noto Sans CJK SC", monospace;
}
@supports (color: light-dark(#000, #fff)) {
  :root {
    color-scheme: light dark;
    --bg: light-dark(#fffefb, #1b1a18); --page: light-dark(#f9f7f2, #151413); --sunken: light-dark(#f1ede4, #272523);
    --hover: light-dark(#f4f1e9, #262421); --line: light-dark(#e7e2d8, #35322e); --line-strong: light-dark(#d0c9bb, #4b4741);
    --text: light-dark(#25221c, #ece8e0); --dim: light-dark(#656056, #aca599); --accent: light-dark(#0a6871, #68c7ce);
    --accent-soft: light-dark(#dcefee, #1d3537); --brass: light-dark(#c48f3a, #d6a24b);
  }
}
*, *::before, *::after { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 var(--font); font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; }
:lang(zh) body { line-height: 1.6; }
b { font-weight: 600; }
small { font-size: 13px; }
p, ul, ol, pre, h1, h2 { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.mark { flex: none; fill: none; stroke-linecap: round; stroke-linejoin: round; }
.mark-ring { stroke: var(--brass); stroke-width: 2; }
.mark-arrow { stroke: var(--accent); stroke-width: 1.8; }
`

/** The porthole with an arrow in it, for 28 pixels. */
export const MARK =
  '<svg class="mark" width="28" height="28" viewBox="0 0 20 20" aria-hidden="true"><circle class="mark-ring" cx="10" cy="10" r="8.25"/><path class="mark-arrow" d="M10 5.5v6M7.5 9 10 11.5 12.5 9"/></svg>'

const ICON_SVG =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 20' fill='none' stroke-linecap='round' stroke-linejoin='round'>" +
  "<circle cx='10' cy='10' r='8.25' stroke='#c48f3a' stroke-width='2'/>" +
  "<path d='M10 5.5v6M7.5 9 10 11.5 12.5 9' stroke='#0d6c75' stroke-width='1.8'/></svg>"

/** The page's icon within the page: no second request, and none for /favicon.ico. */
export const ICON_LINK = `<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON_SVG)}">`

/**
 * Gives the policy for a page of ours: its one style sheet by its hash, its icon, its own search form, nothing else.
 * Whatever a name on the page may spell, no script runs and nothing is fetched.
 */
export function pagePolicy(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64')
  return (
    `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; form-action 'self'; ` +
    `base-uri 'none'; frame-ancestors 'none'`
  )
}
