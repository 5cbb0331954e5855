import { column, joinLabels, named, paragraph, textCell, type Writing } from './blocks.js';
import { formatPercent, formatSigned, missingText } from './format.js';
import { areaMoved, personsText, signedPercent } from './lead.js';
import { missingParagraphs } from './missing.js';
import { storySentences as sentences } from './sentences-story.js';
import type { Block, Fact, Section, TableBlock } from './types.js';
import type { StoryEnds, StoryPeople } from './types-story.js';
import { say } from './words.js';
import { storyWords as words } from './words-story.js';

/** People between two censuses on one boundary: change with its verdict, where it falls, age, advice. */
export function peopleSection(writing: Writing, people: StoryPeople): Section {
  const { lang } = writing;
  const blocks: Block[] = [
    { kind: 'facts', caption: spanText(people), facts: peopleFacts(writing, people) },
    paragraph(words.notes.oneBoundary[lang], 'small'),
  ];
  if (people.parts.units.length > 0) blocks.push(partsTable(writing, people));
  blocks.push(...missingParagraphs(writing, people.missing ?? []));
  return { id: 'people', title: words.sections.people[lang], blocks };
}

function spanText({ from, to }: StoryPeople): string {
  return from === undefined || to === undefined ? '' : `${from}–${to}`;
}

function peopleFacts(writing: Writing, people: StoryPeople): readonly Fact[] {
  const { lang, labels } = writing;
  const name = words.facts;
  const facts: (Fact | null)[] = [
    {
      name: people.aligned ? say(name.residentsAligned, lang, { to: people.to ?? '' }) : name.residents[lang],
      text: endsText(writing, people, (value) => personsText(value, writing)),
    },
    {
      name: name.change[lang],
      text:
        people.changePercent === null
          ? missingText(lang)
          : say(sentences.aYear, lang, {
              change: signedPercent(people.changePercent),
              annual: signedPercent(people.annualPercent, 2),
            }),
    },
    areaMoved(writing) ? { name: name.unaligned[lang], text: signedPercent(people.unalignedPercent) } : null,
    { name: name.grade[lang], text: gradeText(writing, people) },
    people.course === null
      ? null
      : { name: name.course[lang], text: named(words.courses, people.course, lang) },
    people.parts.form === null
      ? null
      : {
          name: name.form[lang],
          text: say(sentences.losing, lang, {
            form: labels.classOf('shrinkage_form', people.parts.form),
            losing: people.parts.losing,
            counted: people.parts.counted,
          }),
        },
    { name: name.netFlow[lang], text: shares(writing, people.netFlow) },
    ...(['young', 'old60', 'old65'] as const).map((age) => ({
      name: name[age][lang],
      text: shares(writing, { first: people.ageing.first[age], last: people.ageing.last[age] }),
    })),
    people.advice === null
      ? null
      : {
          name: name.advice[lang],
          text: say(sentences.advised, lang, {
            aim: named(words.aims, people.advice.aim, lang),
            reasons: joinLabels(
              people.advice.reasons.map((one) => named(words.reasons, one, lang)),
              lang,
            ),
          }),
        },
  ];
  return facts.filter((fact) => fact !== null);
}

function gradeText({ lang, labels }: Writing, { grade, confidence }: StoryPeople): string {
  if (grade === null) return words.noGrade[lang];
  const told = labels.classOf('population_change_grade', grade);
  if (confidence === null) return told;
  return say(sentences.graded, lang, { grade: told, sure: words.sure[confidence][lang] });
}

/** Both ends in words. */
export function endsText({ lang }: Writing, ends: StoryEnds, shown: (value: number) => string): string {
  const text = (value: number | null) => (value === null ? missingText(lang) : shown(value));
  return say(sentences.ends, lang, { first: text(ends.first), last: text(ends.last) });
}

/** Shares at both ends, in percent. */
export function shares(writing: Writing, ends: StoryEnds): string {
  return endsText(writing, ends, (value) => formatPercent(value, writing.lang));
}

function partsTable(writing: Writing, { parts }: StoryPeople): TableBlock {
  const { lang } = writing;
  return {
    kind: 'table',
    caption: words.captions.parts[lang],
    columns: [
      column(words.heads.place, lang, 'left', 24),
      column(words.heads.core, lang, 'left', 18),
      column(words.heads.change, lang, 'right', 14),
    ],
    rows: parts.units.map((one) => [
      textCell(one.name[lang] || one.name.zh),
      textCell((one.core ? words.core : words.outer)[lang]),
      {
        kind: 'number',
        value: one.changePercent,
        text: one.changePercent === null ? missingText(lang) : formatSigned(one.changePercent, 1),
        digits: 1,
        address: '',
      },
    ]),
    notes: [writing.origin],
  };
}
