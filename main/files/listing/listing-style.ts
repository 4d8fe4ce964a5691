import { BASE_STYLE, pagePolicy } from '../pages/page-style'

/** The listing's style sheet. Rows are 52 pixels high; on a phone each is two lines, and targets are 44. */
export const LISTING_STYLE = `${BASE_STYLE}
code, pre { font-family: var(--mono); font-size: 13px; }
.spring { flex: 1; }
.sprite { position: absolute; width: 0; height: 0; overflow: hidden; }
.i { flex: none; width: 16px; height: 16px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
symbol * { vector-effect: non-scaling-stroke; }
.page { display: grid; grid-template-columns: minmax(0, 1fr) auto; max-width: 960px; margin: 0 auto; padding: 28px 24px 32px; }
.page > * { grid-column: 1 / -1; min-width: 0; }
.btn { display: inline-flex; align-items: center; justify-content: center; gap: 8px; height: 36px; padding: 0 16px; border: 0; border-radius: 8px; background: var(--bg); box-shadow: inset 0 0 0 1px var(--line-strong); color: inherit; font: inherit; font-size: 14px; white-space: nowrap; cursor: pointer; }
.btn:hover { background: var(--hover); }
.odd { padding: 0 3px; border-radius: 3px; background: var(--sunken); color: var(--dim); font: 500 0.85em var(--mono); }

.top { display: flex; align-items: center; gap: 24px; grid-row: 1; }
.who { display: flex; align-items: center; gap: 12px; flex: 1; min-width: 0; }
.who > div { min-width: 0; overflow-wrap: anywhere; }
.who h1 { font-size: 18px; font-weight: 600; line-height: 1.25; }
.who small { display: block; color: var(--dim); line-height: 1.35; }
.who small b { font-weight: 500; color: var(--text); }
.search { display: flex; gap: 8px; }
.search label { display: flex; align-items: center; gap: 8px; width: 300px; height: 36px; padding: 0 12px; border-radius: 8px; background: var(--bg); box-shadow: inset 0 0 0 1px var(--line-strong); color: var(--dim); }
.search label:focus-within { box-shadow: inset 0 0 0 2px var(--accent); }
.search input { flex: 1; min-width: 0; height: 100%; padding: 0; border: 0; outline: 0; background: none; color: var(--text); font: inherit; font-size: 14px; }
.search input::placeholder { color: var(--dim); opacity: 1; }

/* The count is known last and stands first: it comes at the end of the document and is placed beside the way here. */
.crumbs, .count { grid-row: 2; margin: 24px 0 10px; }
.page > .crumbs { grid-column: 1; }
.page > .count { grid-column: 2; align-self: end; margin-left: 16px; color: var(--dim); font-size: 13px; line-height: 23px; }
.crumbs ol { display: flex; flex-wrap: wrap; gap: 0 6px; overflow-wrap: anywhere; }
.crumbs li { min-width: 0; }
.crumbs li + li::before { content: "/"; margin-right: 6px; color: var(--dim); }
.crumbs [aria-current] { font-weight: 600; }

.listing { grid-row: 3; border-radius: 12px; background: var(--bg); box-shadow: 0 0 0 1px var(--line); overflow: clip; }
.head, .file { display: grid; grid-template-columns: 40px minmax(0, 1fr) 84px 136px 44px; align-items: center; column-gap: 8px; padding: 0 12px 0 16px; }
.head { height: 36px; border-bottom: 1px solid var(--line); font-size: 13px; }
.head > * { display: inline-flex; align-items: center; gap: 4px; color: var(--dim); }
.head .on { color: var(--text); font-weight: 600; }
.head .i { width: 14px; height: 14px; }
.head .name { grid-column: 2; padding-left: 4px; }
.head .size { justify-content: flex-end; }
.head .date, .file .date { padding-left: 12px; }
.file { position: relative; min-height: 52px; }
.file + .file { border-top: 1px solid var(--line); }
.file:hover { background: var(--hover); }
.kind { display: grid; place-items: center; width: 40px; height: 40px; border-radius: 7px; background: var(--sunken); color: var(--dim); }
.kind .i { width: 20px; height: 20px; }
.is-dir .kind { background: var(--accent-soft); color: var(--accent); }
.file .name { min-width: 0; padding: 6px 4px; color: var(--text); overflow-wrap: anywhere; line-height: 1.35; }
.file .name i { font-style: normal; font-weight: 400; color: var(--dim); }
.is-dir .name { font-weight: 600; }
.meta { display: contents; }
.meta > * { color: var(--dim); font-size: 13px; white-space: nowrap; }
.file .size { text-align: right; }
.get { display: grid; place-items: center; width: 44px; height: 36px; border-radius: 8px; color: var(--accent); }
.get:hover { background: var(--sunken); }
.none { padding: 40px 16px 44px; color: var(--dim); text-align: center; }
.none .i { display: block; width: 28px; height: 28px; margin: 0 auto 8px; stroke-width: 1.25; }
.note { padding: 10px 16px; border-top: 1px solid var(--line); color: var(--dim); font-size: 13px; }

.readme { margin-top: 16px; padding: 14px 16px 16px; border-radius: 12px; background: var(--bg); box-shadow: 0 0 0 1px var(--line); }
.readme h2 { display: flex; align-items: center; gap: 8px; font-size: 14px; font-weight: 600; overflow-wrap: anywhere; }
.readme h2 .i { color: var(--dim); }
.readme pre { margin-top: 8px; color: var(--dim); line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; }
.foot { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-top: 20px; color: var(--dim); font-size: 13px; }

@media (max-width: 640px) {
  .page { padding: 16px 12px 24px; }
  .top { flex-direction: column; align-items: stretch; gap: 14px; }
  .search label { flex: 1; width: auto; height: 44px; }
  .search .btn { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; opacity: 0; }
  .search input { font-size: 16px; } /* smaller makes iOS zoom */
  .crumbs, .count { margin: 16px 4px 8px; }
  .head { display: flex; gap: 20px; padding: 0 16px; }
  .head > *, .head .name, .head .date { height: 36px; padding: 0; }
  .file { grid-template-columns: 44px minmax(0, 1fr) 44px; column-gap: 6px; padding: 9px 4px 9px 12px; min-height: 61px; }
  .kind { grid-row: 1 / 3; align-self: center; }
  .file .name { grid-area: 1 / 2; align-self: end; padding: 0 4px; }
  .meta { grid-area: 2 / 2; display: flex; gap: 0 12px; flex-wrap: wrap; padding-left: 4px; }
  .file .date { padding: 0; }
  .file .size:empty, .file .date:empty { display: none; }
  .get { grid-area: 1 / 3 / 3 / 4; height: 44px; align-self: center; }
  .foot a { padding: 8px 0; }
  .foot { align-items: baseline; }
  .foot > span:first-child { flex-basis: 100%; }
}
@media print { .search, .get, .foot { display: none; } }
`

export const LISTING_POLICY = pagePolicy(LISTING_STYLE)
