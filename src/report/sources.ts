import { codeCell, column, type Dated, paragraph, textCell, type Writing } from './blocks.js';
import type { Block, Cell, Fact, Section, TableBlock } from './types.js';
import { words } from './words.js';

/** Where every figure comes from and by which definitions: source, licence, checksum, versions. */
export function sourcesSection(writing: Writing<Dated>): Section {
  const { lang, context, t } = writing;
  const { catalog } = context;
  const overlays = catalog.overlays.map((overlay) => `${overlay.name} (${overlay.by}, ${overlay.on})`);
  const versions: readonly Fact[] = [
    { name: t(words.facts.catalog), text: catalog.version },
    { name: t(words.facts.hash), text: catalog.hash },
    {
      name: t(words.facts.overlays),
      text: overlays.length === 0 ? words.none[lang] : overlays.join(words.reasonSeparator[lang]),
    },
    { name: t(words.facts.pack), text: context.pack[lang] },
    { name: t(words.facts.program), text: `afterlode ${context.program}` },
  ];
  const blocks: Block[] = [
    sourceTable(writing),
    { kind: 'facts', caption: words.captions.versions[lang], facts: versions },
    paragraph(words.notes.explain[lang], 'small'),
  ];
  return { id: 'sources', title: words.sections.sources[lang], blocks };
}

function sourceTable(writing: Writing<Dated>): TableBlock {
  const { lang, page } = writing;
  const head = words.heads;
  return {
    kind: 'table',
    caption: words.captions.sources[lang],
    columns: [
      column(head.number, lang, 'right', 6),
      column(head.source, lang, 'left', 44),
      column(head.primary, lang, 'left', 36),
      column(head.licence, lang, 'left', 16),
      column(head.boundary, lang, 'left', 36),
      column(head.repository, lang, 'left', 50),
      column(head.file, lang, 'left', 34),
      column(head.sha256, lang, 'left', 66),
    ],
    rows: page.sources.map((id, at) => [textCell(String(at + 1)), ...sourceRow(writing, id)]),
    notes: [writing.origin],
  };
}

function sourceRow(writing: Writing<Dated>, id: string): readonly Cell[] {
  const { lang, context } = writing;
  const source = context.sources.find((one) => one.id === id);
  const unknown = textCell(`— ${words.noData[lang]}`);
  if (source === undefined) return [textCell(id), unknown, unknown, unknown, unknown, unknown, unknown];
  const place = [source.repository, source.path, source.commit].filter((part) => part !== '').join(' ');
  return [
    textCell(source.title[lang]),
    textCell(source.primary[lang]),
    textCell(source.licence),
    textCell(source.boundary[lang]),
    codeCell(place),
    codeCell(source.file),
    codeCell(source.sha256),
  ];
}
