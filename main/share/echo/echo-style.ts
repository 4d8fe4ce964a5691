import { BASE_STYLE, pagePolicy } from '../../files/pages/page-style'

/** The echo page's style sheet, on the palette of all our pages. The marks of line ends are not part of the text. */
export const ECHO_STYLE = `${BASE_STYLE}
.page { max-width: 960px; margin: 0 auto; padding: 28px 24px 32px; }
.top { display: flex; align-items: center; gap: 12px; }
.top h1 { font-size: 18px; font-weight: 600; line-height: 1.25; }
.top p { color: var(--dim); font-size: 13px; line-height: 1.35; }
section { margin-top: 16px; border-radius: 12px; background: var(--bg); box-shadow: 0 0 0 1px var(--line); overflow: clip; }
h2 { padding: 12px 16px 0; color: var(--dim); font-size: 13px; font-weight: 500; }
code, pre { font: 13px/1.6 var(--mono); }
pre { padding: 8px 16px 14px; white-space: pre-wrap; overflow-wrap: anywhere; }
.facts { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 6px 16px; align-items: baseline; margin: 0; padding: 14px 16px; }
.facts dt { color: var(--dim); font-size: 13px; white-space: nowrap; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.tag { padding: 1px 8px; border-radius: 6px; background: var(--accent-soft); color: var(--accent); font: 600 13px/1.6 var(--mono); }
.head b { font-weight: 600; }
.head .m { color: var(--accent); }
.head .n { color: var(--dim); font-style: normal; }
.head span { display: block; padding-left: 2ch; text-indent: -2ch; }
.head span::after { content: " \\\\r\\\\n"; color: var(--line-strong); font-size: 11px; user-select: none; }
.odd { padding: 0 3px; border-radius: 3px; background: var(--sunken); color: var(--dim); font: 500 0.85em var(--mono); }
.note { padding: 8px 16px 0; color: var(--dim); font-size: 13px; }
.note:last-child { padding-bottom: 14px; }
.ask { display: grid; gap: 8px; padding: 8px 16px 16px; }
.ask code { display: block; padding: 5px 10px; border-radius: 6px; background: var(--sunken); font-size: 12px; overflow-x: auto; white-space: nowrap; scrollbar-width: thin; }
@media (max-width: 640px) {
  .page { padding: 16px 12px 24px; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .facts dd { margin-bottom: 8px; }
}
`

export const ECHO_POLICY = pagePolicy(ECHO_STYLE)
