import { type Language, type Text } from '../../base/index.js';
import { column, paragraph, textCell } from '../blocks.js';
import { formatDecimal, missingText } from '../format.js';
import type { Block, Cell, Section, SectionId } from '../types.js';
import { say } from '../words.js';
import type { ChainReportContext, ChainRow, ChainStory } from './types.js';
import { conditions, reportWords as words } from './words-report.js';

/** What the sections of one report share. */
export interface ChainWriting {
  readonly story: ChainStory;
  readonly lang: Language;
  readonly context: ChainReportContext;
  /** Line below each table. */
  readonly note: string;
  readonly nameOf: (node: string | null) => string;
}

export type ChainSection = Extract<SectionId, keyof typeof words.sections>;
type Head = keyof typeof words.heads;

export function section({ lang }: ChainWriting, id: ChainSection, ...blocks: readonly Block[]): Section {
  return { id, title: words.sections[id][lang], blocks };
}

/** A table whose columns are named by words; `right` names those of figures. */
export function table(
  { lang, note }: ChainWriting,
  id: ChainSection,
  heads: readonly (readonly [head: Head, width: number, align?: 'right'])[],
  rows: readonly (readonly Cell[])[],
): Block {
  return {
    kind: 'table',
    caption: words.sections[id][lang],
    columns: heads.map(([head, width, align]) => column(words.heads[head], lang, align ?? 'left', width)),
    rows,
    notes: [note],
  };
}

export function figure(value: number | null, digits: number, lang: Language): Cell {
  const text = value === null ? missingText(lang) : formatDecimal(value, digits);
  return { kind: 'number', value, text, digits, address: '' };
}

/** Figures of a verdict in one cell, nodes by their names. */
export function evidenceCell({ nameOf }: ChainWriting, { evidence }: ChainRow): Cell {
  const ofNodes = ['users', 'from'];
  const parts = Object.entries(evidence)
    .filter(([key, value]) => value !== null && value !== '' && !key.startsWith('ifAbsent'))
    .map(([key, value]) => {
      if (typeof value === 'number') return `${key} ${Number(value.toFixed(3))}`;
      return `${key} ${ofNodes.includes(key) ? namesOf(String(value), nameOf) : value}`;
    });
  return textCell(parts.join('; '));
}

/** Names of nodes whose ids stand in one text, as the evidence has them. */
export function namesOf(ids: string, nameOf: (node: string) => string): string {
  return ids
    .split(' ')
    .filter((id) => id !== '')
    .map(nameOf)
    .join(', ');
}

/** What would have to be true for a row's measure. */
export function conditionOf(rule: string, lang: Language): string {
  return (conditions as Readonly<Record<string, Text>>)[rule]?.[lang] ?? '';
}

/** What to find out about nodes whose presence is not known, and what would follow. */
export function unknownSection(writing: ChainWriting): readonly Section[] {
  const { story, lang, context } = writing;
  const unknown = story.rows.filter(({ rule }) => rule === 'not_looked');
  if (unknown.length === 0) return [];
  return [
    section(
      writing,
      'chain_unknown',
      table(
        writing,
        'chain_unknown',
        [
          ['node', 24],
          ['stage', 14],
          ['action', 50],
          ['condition', 60],
        ],
        unknown.map(({ name, stage, evidence: { ifAbsent, ifAbsentRule } }) => [
          textCell(name),
          textCell(stage),
          textCell(
            ifAbsent === undefined
              ? words.onlyLook[lang]
              : say(words.ifAbsent, lang, {
                  action: context.label('chain_action', String(ifAbsent))[lang],
                  rule: context.label('chain_reason', String(ifAbsentRule))[lang],
                }),
          ),
          textCell(conditionOf(String(ifAbsentRule), lang)),
        ]),
      ),
    ),
  ];
}

/** Records by role with their sources, and which roles nobody fills. */
export function recordsSection(writing: ChainWriting): Section {
  const { story, lang, nameOf } = writing;
  const { records } = story;
  if (records === null) return section(writing, 'chain_records', paragraph(words.noTable[lang]));
  const missing = records.missing.map(({ label }) => label[lang]).join(lang === 'zh' ? '、' : ', ');
  return section(
    writing,
    'chain_records',
    missing === ''
      ? paragraph(words.allRoles[lang])
      : paragraph(say(words.missingRoles, lang, { names: missing }), 'caution'),
    ...(records.records.length === 0
      ? []
      : [
          table(
            writing,
            'chain_records',
            [
              ['role', 18],
              ['name', 30],
              ['node', 20],
              ['contact', 24],
              ['since', 12],
              ['source', 40],
            ],
            records.records.map((one) =>
              [one.label[lang], one.name, nameOf(one.node), one.contact, one.since, one.source].map(textCell),
            ),
          ),
        ]),
  );
}

export function limitsSection(writing: ChainWriting): Section {
  return section(writing, 'limits', { kind: 'list', items: words.limits.map((one) => one[writing.lang]) });
}
