import { column, joinLabels, named, numberCell, paragraph, textCell, type Writing } from './blocks.js';
import { storySentences as sentences } from './sentences-story.js';
import type { Block, Fact, TableBlock } from './types.js';
import type { StoryInput, StoryKind } from './types-story.js';
import { words as common, say } from './words.js';
import { storyWords as words } from './words-story.js';

/** The computed type and what studies' thresholds say; stands beside the official label and never in its place. */
export function kindFacts(writing: Writing, kind: StoryKind): readonly Fact[] {
  const { lang } = writing;
  const name = words.facts;
  const { exhaustion, signals, sets } = kind;
  const verdict = exhaustion.exhausted ? words.exhausted : words.notExhausted;
  const exhausted = exhaustion.exhausted === null ? words.noReserves : verdict;
  return [
    { name: name.computedType[lang], text: typeText(writing, kind) },
    { name: name.sets[lang], text: say(sentences.setsPassed, lang, sets) },
    { name: name.exhaustion[lang], text: exhausted[lang] },
    kind.listed
      ? { name: name.signalExit[lang], text: named(words.signals, signals.exit.state, lang) }
      : { name: name.signalEntry[lang], text: named(words.signals, signals.entry.state, lang) },
  ];
}

/** Below the facts: what would make the type known, and the tests one by one. */
export function kindBlocks(writing: Writing, kind: StoryKind): readonly Block[] {
  const { lang } = writing;
  const { computed } = kind;
  const open = computed.type === null ? fills(writing, computed) : '';
  return [
    ...(open === '' ? [] : [paragraph(say(sentences.fillType, lang, { list: open }), 'small')]),
    paragraph(words.notes.signals[lang], 'small'),
    testTable(writing, kind),
  ];
}

function typeText({ lang, labels }: Writing, { computed }: StoryKind): string {
  const between = computed.border?.between ?? null;
  if (between !== null) {
    const types = between.map((one) => labels.classOf('official_type', one));
    return say(sentences.between, lang, { types: types.join(lang === 'zh' ? '与' : ' and ') });
  }
  if (computed.type !== null) return labels.classOf('official_type', computed.type);
  return named(words.noType, computed.reason ?? 'no-axis', lang);
}

function fills({ lang }: Writing, { security, sustainability }: StoryKind['computed']): string {
  const open = (inputs: readonly StoryInput[]) =>
    inputs.filter(({ value }) => value === null).map(({ label }) => label[lang]);
  return joinLabels([...open(security.inputs), ...open(sustainability.inputs)], lang);
}

const signs: Readonly<Record<string, string>> = { ge: '≥', gt: '>', le: '≤', lt: '<' };

function testTable(writing: Writing, { tests }: StoryKind): TableBlock {
  const { lang, labels } = writing;
  const head = words.heads;
  const verdict = (pass: boolean | null) => {
    if (pass === null) return `— ${common.noData[lang]}`;
    return (pass ? words.yes : words.no)[lang];
  };
  return {
    kind: 'table',
    caption: words.captions.tests[lang],
    columns: [
      column(head.set, lang, 'left', 6),
      column(head.test, lang, 'left', 46),
      column(common.heads.value, lang, 'right', 14),
      column(common.heads.unit, lang, 'left', 10),
      column(common.heads.period, lang, 'left', 9),
      column(head.threshold, lang, 'right', 14),
      column(head.margin, lang, 'right', 14),
      column(head.passes, lang, 'left', 12),
      column(head.mark, lang, 'left', 10),
    ],
    rows: tests.map((test) => {
      const display = labels.display(test.unit ?? '');
      const threshold = numberCell(test.threshold, display, lang, '');
      return [
        textCell(test.set),
        textCell(`${test.label[lang]}${test.standIn ? words.standIn[lang] : ''}`),
        numberCell(test.value, display, lang, ''),
        textCell(test.unit === null ? '' : display.label[lang]),
        textCell(test.period ?? ''),
        threshold.kind === 'number' && threshold.value !== null
          ? { ...threshold, text: `${signs[test.is] ?? ''} ${threshold.text}`.trim() }
          : threshold,
        numberCell(test.margin, display, lang, ''),
        textCell(verdict(test.pass)),
        textCell(test.mark),
      ];
    }),
    notes: [words.notes.marks[lang], writing.origin],
  };
}
