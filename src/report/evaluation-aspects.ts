import type { AspectResult, AspectValue } from '../assess/index.js';
import { codeCell, column, joinLabels, numberCell, paragraph, textCell } from './blocks.js';
import type { EvaluationWriting } from './evaluation.js';
import { flagLines, withFlagSign } from './flags.js';
import { displayFor, formatDecimal, missingText } from './format.js';
import { storySentences } from './sentences-story.js';
import type { Block, Cell, Section, TableBlock } from './types.js';
import { words as common, say } from './words.js';
import { evaluationSentences as sentences, evaluationWords as words } from './words-evaluation.js';
import { storyWords } from './words-story.js';

/** The five aspects: what is known at both ends, what is missing and who keeps it; funds in three columns. */
export function aspectsSection(writing: EvaluationWriting): Section {
  const { lang, found } = writing;
  const blocks: Block[] = found.evaluation.aspects.flatMap((aspect) => aspectBlocks(writing, aspect));
  blocks.push(paragraph(sentences.lackingForm[lang], 'small'), fundBlock(writing));
  return { id: 'aspects', title: words.sections.aspects[lang], blocks };
}

function aspectBlocks(writing: EvaluationWriting, aspect: AspectResult): readonly Block[] {
  const { lang } = writing;
  const list = joinLabels(
    aspect.missing.map(({ label, indicator, source }) =>
      say(storySentences.keptBy, lang, { label: label[lang], id: indicator, keeper: source[lang] }),
    ),
    lang,
  );
  const known = aspect.values.filter(({ from, to }) => from !== null || to !== null);
  const lacking = list === '' ? [] : [say(sentences.lacking, lang, { list })];
  if (known.length === 0) return [paragraph([aspect.label[lang], ...lacking].join(common.colon[lang]))];
  return [aspectTable(writing, aspect, known), ...lacking.map((line) => paragraph(line, 'small'))];
}

function aspectTable(
  writing: EvaluationWriting,
  { label }: AspectResult,
  values: readonly AspectValue[],
): TableBlock {
  const { lang, found, origin } = writing;
  const { from, to } = found.evaluation;
  const notes = values.flatMap(({ note }) => (note === null ? [] : [note[lang]]));
  return {
    kind: 'table',
    caption: label[lang],
    columns: [
      column(common.heads.indicator, lang, 'left', 44),
      { title: from, align: 'right', width: 14 },
      { title: to, align: 'right', width: 14 },
      column(words.heads.change, lang, 'right', 14),
      column(common.heads.unit, lang, 'left', 14),
      column(words.heads.moved, lang, 'left', 12),
    ],
    rows: values.map((value) => aspectRow(writing, value)),
    notes: [
      ...new Set(notes),
      ...flagLines(
        values.map((value) => ({ name: value.label[lang], flags: value.flags })),
        lang,
      ),
      origin,
    ],
  };
}

function aspectRow(writing: EvaluationWriting, value: AspectValue): readonly Cell[] {
  const { lang, labels, found, page } = writing;
  const { from, to } = found.evaluation;
  const display = displayFor(labels.display(value.unit), lang, [value.from, value.to]);
  const address = (period: string) => `value/${page.city.id}/${period}/${value.indicator}`;
  const doubt = value.doubtful ? ' ?' : '';
  const standIn = value.fit === 'stand_in' ? storyWords.standIn[lang] : '';
  const change = found.moved ? null : value.change;
  const moved = found.moved ? null : value.moved;
  return [
    textCell(withFlagSign(`${value.label[lang]}${standIn}`, value.flags)),
    numberCell(value.from, display, lang, address(from), doubt),
    numberCell(value.to, display, lang, address(to), doubt),
    numberCell(change, display, lang, ''),
    textCell(display.label[lang]),
    textCell(moved === null ? missingText(lang) : words.moved[moved][lang]),
  ];
}

function fundBlock({ lang, found, origin }: EvaluationWriting): Block {
  const { approved, disbursed, effect, disbursedShare } = found.evaluation.funds;
  if (approved === null && disbursed === null && effect === null) return paragraph(sentences.noFunds[lang]);
  const { heads } = words;
  const amount = (value: number | null, digits = 0): Cell => ({
    kind: 'number',
    value,
    text: value === null ? missingText(lang) : formatDecimal(value, digits),
    digits,
    address: '',
  });
  return {
    kind: 'table',
    caption: words.captions.funds[lang],
    columns: [
      column(heads.approved, lang, 'right', 20),
      column(heads.disbursed, lang, 'right', 20),
      column(heads.disbursedShare, lang, 'right', 20),
      column(heads.effect, lang, 'right', 16),
    ],
    rows: [
      [
        amount(approved),
        amount(disbursed),
        amount(disbursedShare === null ? null : disbursedShare * 100, 1),
        amount(effect),
      ],
    ],
    notes: [words.effects[2][lang], origin],
  };
}

/** Every value of every aspect between both years, unrounded, for workbooks. */
export function aspectAppendix(writing: EvaluationWriting): { name: string; table: TableBlock } {
  const { lang, found, labels, page, origin } = writing;
  const head = common.heads;
  const name = words.captions.path[lang];
  const rows = found.evaluation.aspects.flatMap((aspect) =>
    aspect.values.flatMap((value) =>
      value.path.map((point): readonly Cell[] => {
        const display = labels.display(value.unit);
        const address = `value/${page.city.id}/${point.period}/${value.indicator}`;
        return [
          textCell(aspect.label[lang]),
          textCell(value.label[lang]),
          textCell(point.period),
          numberCell(point.value, display, lang, address),
          textCell(display.label[lang]),
          codeCell(address),
        ];
      }),
    ),
  );
  return {
    name,
    table: {
      kind: 'table',
      caption: name,
      columns: [
        column(words.heads.aspect, lang, 'left', 18),
        column(head.indicator, lang, 'left', 40),
        column(head.period, lang, 'left', 9),
        column(head.value, lang, 'right', 16),
        column(head.unit, lang, 'left', 16),
        column(head.address, lang, 'left', 50),
      ],
      rows,
      notes: [common.notes.missing[lang], origin],
    },
  };
}
