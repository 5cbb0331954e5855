/** Style of printed reports: system and installed fonts by family name, A4 in print, colours that differ in lightness too. */
export const style = `:root { --ink: #1d2429; --soft: #5a666e; --line: #d5dbdf; --tint: #f3f6f7; --accent: #1f5f7a;
  --green: #1b7a4b; --yellow: #8a6100; --red: #a8321f; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem 1.5rem; color: var(--ink); background: #fff;
  font: 15px/1.55 "Noto Sans SC Variable", "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC",
  "Microsoft YaHei", "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
header { border-bottom: 3px solid var(--accent); margin-bottom: 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.25; margin: 0; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 .6rem; color: var(--accent); border-bottom: 1px solid var(--line); }
h3, caption, figcaption { font-size: 1rem; font-weight: 600; text-align: left; margin: 1rem 0 .3rem; padding: 0; }
.subtitle { font-size: 1.05rem; margin: .2rem 0 0; }
.imprint, .small { color: var(--soft); font-size: .8rem; margin: .25rem 0; }
p { margin: .45rem 0; max-width: 60rem; }
p.small, .imprint { max-width: none; }
p.caution { border-left: 4px solid var(--yellow); padding-left: .7rem; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: .15rem 2rem; margin: .3rem 0; }
dl div { display: flex; gap: .8rem; border-bottom: 1px dotted var(--line); padding: .15rem 0; }
dt { color: var(--soft); flex: 0 0 11rem; }
dd { margin: 0; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; min-width: 45%; font-size: .85rem; margin-top: .8rem; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { background: var(--tint); border-bottom: 2px solid var(--accent); font-weight: 600; }
tbody th { font-weight: 400; }
.left { text-align: left; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.nowrap { white-space: nowrap; }
code { font: .78em ui-monospace, Menlo, Consolas, monospace; }
.missing { color: var(--soft); white-space: nowrap; }
.light { white-space: nowrap; font-weight: 600; }
.light.green { color: var(--green); }
.light.yellow { color: var(--yellow); }
.light.red { color: var(--red); }
.light.none { color: var(--soft); font-weight: 400; }
svg.mark { display: block; fill: none; stroke: var(--accent); stroke-width: 1.3; }
svg.mark rect { fill: #d7e5eb; stroke: none; }
svg.mark circle { fill: var(--accent); stroke: #fff; stroke-width: .6; }
figure { margin: .8rem 0 .2rem; }
figure.drawing { overflow-x: auto; }
figure.drawing svg { display: block; max-width: 100%; height: auto; }
svg.chart { max-width: 100%; height: auto; font-size: 13px; fill: var(--ink); }
svg.chart .name { text-anchor: end; }
svg.chart .tick { text-anchor: middle; fill: var(--soft); font-size: 11px; }
svg.chart .grid { stroke: var(--line); fill: none; }
svg.chart .bar, svg.chart .dot { fill: var(--accent); }
svg.chart .interval { fill: #a9c6d2; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); }
@page { size: A4 landscape; margin: 14mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  .table { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure, dl div { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; }
  svg, .light { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
