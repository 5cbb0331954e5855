/**
 * The layout of a report in Typst. It holds no word of a report: what is shown comes as data in `sys.inputs.report`, as strings
 * that Typst shows as they are, so that no text of a report is ever read as markup.
 */
export const template = String.raw`
#let report = json(bytes(sys.inputs.report))
#let words = report.words
#let ink = rgb("#1d2429")
#let soft = rgb("#5a666e")
#let rule = rgb("#d5dbdf")
#let tint = rgb("#f3f6f7")
#let accent = rgb("#1f5f7a")
#let pale = rgb("#a9c6d2")
#let lights = (green: rgb("#1b7a4b"), yellow: rgb("#8a6100"), red: rgb("#a8321f"), "none": soft)
#let zh = report.lang == "zh"
#let numbering = if zh { "一、" } else { "1." }

#set document(title: report.title + " · " + report.subtitle, description: report.imprint,
  keywords: report.keywords, author: (), date: none)
#set text(font: report.font, fallback: false, size: 9.5pt, fill: ink, lang: report.lang,
  region: report.region, number-width: "tabular")
#set par(leading: if zh { 0.75em } else { 0.65em }, spacing: 0.9em, justify: false)
#set page(
  paper: "a4",
  margin: (x: 2cm, top: 2.3cm, bottom: 2cm),
  header: context if here().page() > 1 {
    set text(size: 7.5pt, fill: soft)
    grid(columns: (1fr, auto), column-gutter: 1em, report.title + " · " + report.subtitle, {
      let numbered = query(heading.where(numbering: numbering))
      let here-or-before = numbered.filter(it => it.location().page() <= here().page())
      let first-here = here-or-before.find(it => it.location().page() == here().page())
      if first-here != none { first-here.body } else if here-or-before.len() > 0 { here-or-before.last().body }
    })
    v(-0.6em)
    line(length: 100%, stroke: 0.4pt + rule)
  },
  footer: context {
    set text(size: 7.5pt, fill: soft)
    line(length: 100%, stroke: 0.4pt + rule)
    v(-0.6em)
    grid(columns: (1fr, auto), column-gutter: 1em, report.imprint,
      counter(page).display("1 / 1", both: true))
  },
)
#set heading(numbering: numbering)
#show heading: set text(fill: accent, weight: "bold")
#show heading.where(level: 1): it => block(above: 1.9em, below: 0.9em, sticky: true, {
  set text(size: 14pt)
  if it.numbering != none {
    counter(heading).display(it.numbering)
    if not zh { h(0.4em) }
  }
  it.body
})
#show regex("https?://[^\s，。；、）)]+"): it => link(it.text.replace("\u{200b}", ""), it)
#set figure(gap: 0.6em)
#show figure: set block(breakable: true, above: 1.3em, below: 1.1em)
#set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, sticky: true, align(left, text(weight: "bold", {
  it.supplement
  [ ]
  context it.counter.display("1")
  h(0.7em)
  it.body
})))

#let notes(lines) = for one in lines {
  block(above: 0.5em, below: 0.5em, text(size: 7.5pt, fill: soft, one))
}

#let figured(kind, supplement, block, body) = {
  figure(kind: kind, supplement: supplement, caption: block.caption, align(left, body))
  notes(block.notes)
}

#let cell-of(cell) = {
  let shown = cell.text
  if "light" in cell { shown = text(fill: lights.at(cell.light), weight: "bold", cell.text) }
  if cell.quiet { shown = text(fill: soft, cell.text) }
  if cell.code { shown = text(size: 0.86em, cell.text) }
  let body = if "mark" in cell { stack(dir: ttb, spacing: 2pt,
    image(bytes(cell.mark), format: "svg", width: 100%, alt: cell.text), shown) } else { shown }
  table.cell(inset: (left: 3pt + cell.indent * 1em, right: 3pt, y: 3pt), body)
}

#let table-of(one) = figured(table, words.table, one, {
  set text(size: one.size * 1pt)
  set par(leading: 0.5em, spacing: 0.5em)
  table(
    columns: one.columns.map(column => column.width * 1fr),
    align: one.columns.map(column => if column.right { right + top } else { left + top }),
    inset: (x: 3pt, y: 3pt),
    stroke: (x, y) => (bottom: if y == 0 { 0.8pt + accent } else { 0.4pt + rule }),
    fill: (x, y) => if y == 0 { tint },
    table.header(..one.columns.map(column => text(weight: "bold", column.title))),
    ..one.rows.flatten().map(cell-of),
  )
})

#let drawing-of(one) = figured(image, words.figure, one,
  image(bytes(one.svg), format: "svg", width: one.width * 1pt, alt: one.caption))

// Every value stands as text beside its mark; a missing one has no mark.
#let chart-of(one) = figured(image, words.figure, one, {
  set text(size: 8.5pt)
  let mark(row) = box(width: 100%, height: 11pt, {
    for share in (0%, 50%, 100%) {
      place(left + top, dx: share, line(angle: 90deg, length: 15pt, stroke: 0.4pt + rule))
    }
    if "value" in row {
      if "low" in row {
        place(left + horizon, dx: row.low * 100%,
          rect(width: calc.max(row.high - row.low, 0.006) * 100%, height: 6pt, fill: pale))
        place(left + horizon, dx: row.value * 100%, move(dx: -3pt, circle(radius: 3pt, fill: accent)))
      } else { place(left + horizon, rect(width: row.value * 100%, height: 8pt, fill: accent)) }
    }
  })
  block(breakable: false, grid(
    columns: (1.1fr, 1.7fr, 1.7fr), column-gutter: 8pt, row-gutter: 4pt,
    align: (right + horizon, left + horizon, left + horizon),
    ..one.rows.map(row => (row.label, mark(row), row.text)).flatten(),
    [], { set text(size: 7.5pt, fill: soft)
      grid(columns: (1fr, 1fr, 1fr), align: (left, center, right), ..one.ticks) }, [],
  ))
})

#let block-of(one) = {
  if one.kind == "table" { table-of(one) }
  else if one.kind == "drawing" { drawing-of(one) }
  else if one.kind == "chart" { chart-of(one) }
  else if one.kind == "list" { list(marker: "•", indent: 0.4em, ..one.items) }
  else if one.kind == "facts" {
    block(above: 1.2em, below: 0.7em, sticky: true, text(weight: "bold", one.caption))
    grid(columns: (1fr, 2.4fr), column-gutter: 8pt, inset: (y: 3pt), stroke: (bottom: 0.4pt + rule),
      ..one.facts.map(fact => (text(fill: soft, fact.name), fact.text)).flatten())
  }
  else if one.tone == "caution" {
    block(stroke: (left: 2.5pt + lights.yellow), inset: (left: 8pt, y: 3pt), one.text)
  }
  else if one.tone == "small" { par(text(size: 7.5pt, fill: soft, one.text)) }
  else { par(one.text) }
}

#v(5.5cm)
#line(length: 30%, stroke: 3pt + accent)
#par(leading: 0.5em, text(size: 26pt, weight: "bold", report.title))
#par(text(size: 14pt, fill: soft, report.subtitle))
#v(1fr)
#par(text(size: 9pt, fill: soft, report.imprint))
#pagebreak()
#show outline.entry: set block(above: 0.75em)
#outline(title: text(size: 14pt, fill: accent, words.contents))
#if report.tables > 1 {
  v(1.2em)
  outline(title: text(size: 11pt, fill: accent, words.tables), target: figure.where(kind: table))
}
#if report.figures > 1 {
  v(1.2em)
  outline(title: text(size: 11pt, fill: accent, words.figures), target: figure.where(kind: image))
}
#pagebreak()
#for section in report.sections {
  heading(level: 1, section.title)
  for one in section.blocks { block-of(one) }
}
`;
