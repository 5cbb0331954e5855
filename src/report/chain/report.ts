import type { Language } from '../../base/index.js';
import { paragraph, textCell } from '../blocks.js';
import type { Block, ReportDocument, Section } from '../types.js';
import { say, sentences } from '../words.js';
import {
  type ChainWriting,
  conditionOf,
  evidenceCell,
  figure,
  limitsSection,
  recordsSection,
  section,
  table,
  unknownSection,
} from './blocks.js';
import { lookOf, nodeLook } from './looks.js';
import { chainDrawing } from './picture.js';
import { gapSections, partnersSection, poolsSection } from './promotion.js';
import type { ChainPicture, ChainReportContext, ChainReportKind, ChainStory } from './types.js';
import { chainWords } from './words.js';
import { reportWords as words } from './words-report.js';

/**
 * A report of a chain: `analysis` tells state, gaps and measures with their evidence and conditions; `promotion` tells which gaps are
 * worth showing to others, who uses them here, and who could close them. Equal stories give equal documents.
 */
export function chainReport(
  story: ChainStory,
  context: ChainReportContext,
  { kind, lang }: { readonly kind: ChainReportKind; readonly lang: Language },
): ReportDocument {
  const { version, hash } = context.catalog;
  const catalog = say(sentences.catalog, lang, { version, hash: hash.slice(0, 12) });
  const names = new Map(story.rows.map(({ node, name }) => [node, name]));
  const writing: ChainWriting = {
    story,
    lang,
    context,
    note: say(words.note, lang, { catalog }),
    nameOf: (node) => (node === null ? words.whole[lang] : (names.get(node) ?? node)),
  };
  const title = words.titles[kind][lang];
  const subtitle = story.title ?? words.unnamed[lang];
  return {
    lang,
    title,
    subtitle,
    fileStem: `chain-${kind}-${lang}`,
    imprint: say(words.imprint, lang, { title: subtitle, catalog, program: context.program }),
    sections: kind === 'analysis' ? analysis(writing) : promotion(writing),
    appendix: [],
  };
}

function analysis(writing: ChainWriting): readonly Section[] {
  return [
    summary(writing),
    section(writing, 'chain_maps', map(writing, 'panorama'), map(writing, 'present')),
    stateSection(writing),
    measuresSection(writing),
    ...unknownSection(writing),
    partnersSection(writing),
    poolsSection(writing),
    recordsSection(writing),
    limitsSection(writing),
  ];
}

function promotion(writing: ChainWriting): readonly Section[] {
  const promise = paragraph(words.noPromise[writing.lang], 'caution');
  return [
    section(writing, 'summary', promise, ...summary(writing).blocks),
    section(writing, 'chain_maps', map(writing, 'panorama')),
    gapSections(writing),
    partnersSection(writing),
    poolsSection(writing),
    recordsSection(writing),
    limitsSection(writing),
  ];
}

function map({ story, lang }: ChainWriting, picture: ChainPicture): Block {
  const caption = chainWords.pictures[picture][lang];
  return { kind: 'drawing', caption, drawing: chainDrawing(story, { picture, lang }) };
}

function summary(writing: ChainWriting): Section {
  const { story, lang, context } = writing;
  const { rows, records } = story;
  const unknown = rows.filter(({ rule }) => rule === 'not_looked').length;
  const present = rows.filter((row) => row.present).length;
  const counts = { nodes: rows.length, present, unknown, absent: rows.length - present - unknown };
  const proposed = ['strengthen', 'fill', 'extend', 'give-up'].flatMap((action) => {
    const names = rows.filter((row) => row.action === action).map(({ name }) => name);
    if (names.length === 0) return [];
    const label = context.label('chain_action', action)[lang];
    return [say(words.actions, lang, { action: label, names: names.join(lang === 'zh' ? '、' : ', ') })];
  });
  const missing = records?.missing.map(({ label }) => label[lang]).join(lang === 'zh' ? '、' : ', ') ?? '';
  return section(
    writing,
    'summary',
    paragraph(say(words.counts, lang, counts)),
    proposed.length === 0 ? paragraph(words.noGaps[lang]) : { kind: 'list', items: proposed },
    ...(missing === '' ? [] : [paragraph(say(words.missingRoles, lang, { names: missing }))]),
  );
}

function stateSection(writing: ChainWriting): Section {
  const { story, lang } = writing;
  return section(
    writing,
    'chain_state',
    table(
      writing,
      'chain_state',
      [
        ['node', 24],
        ['stage', 14],
        ['state', 20],
        ['firms', 10, 'right'],
        ['jobs', 12, 'right'],
        ['output', 14, 'right'],
        ['density', 10, 'right'],
      ],
      story.rows.map((row) => [
        textCell(row.name),
        textCell(row.stage),
        textCell(lookOf(nodeLook(row, story, 'present')).label[lang]),
        figure(row.firms, 0, lang),
        figure(row.jobs, 0, lang),
        figure(row.output, 2, lang),
        figure(row.density, 2, lang),
      ]),
    ),
  );
}

function measuresSection(writing: ChainWriting): Section {
  const { story, lang, context } = writing;
  const proposed = story.rows.filter(({ action }) => action !== 'none');
  if (proposed.length === 0) return section(writing, 'chain_gaps', paragraph(words.noGaps[lang]));
  return section(
    writing,
    'chain_gaps',
    table(
      writing,
      'chain_gaps',
      [
        ['node', 24],
        ['action', 12],
        ['rule', 36],
        ['evidence', 50],
        ['condition', 60],
      ],
      proposed.map((row) => [
        textCell(row.name),
        textCell(context.label('chain_action', row.action)[lang]),
        textCell(row.says[lang]),
        evidenceCell(writing, row),
        textCell(conditionOf(row.rule, lang)),
      ]),
    ),
  );
}
