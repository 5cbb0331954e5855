import { paragraph, textCell } from '../blocks.js';
import type { Block, Fact, Section } from '../types.js';
import { say } from '../words.js';
import { type ChainWriting, conditionOf, figure, namesOf, section, table } from './blocks.js';
import type { ChainRow } from './types.js';
import { reportWords as words } from './words-report.js';

/**
 * Gaps that the rules propose to fill or to extend to, or that a partner could close, each with its users, its partner, its pools and
 * its conditions.
 */
export function gapSections(writing: ChainWriting): Section {
  const { story, lang } = writing;
  const gaps = story.rows.filter(
    ({ action, evidence, partners }) =>
      ['fill', 'extend'].includes(action === 'none' ? String(evidence.ifAbsent) : action) ||
      (partners?.partner ?? null) !== null,
  );
  const blocks = gaps.map(
    (row): Block => ({
      kind: 'facts',
      caption: row.stage === '' ? row.name : `${row.name} · ${row.stage}`,
      facts: factsOf(writing, row),
    }),
  );
  return section(writing, 'chain_gaps', ...(blocks.length === 0 ? [paragraph(words.noGaps[lang])] : blocks));
}

function factsOf(writing: ChainWriting, row: ChainRow): readonly Fact[] {
  const { story, lang, context, nameOf } = writing;
  const { heads } = words;
  const { ifAbsent, ifAbsentRule } = row.evidence;
  const open = ifAbsent !== undefined;
  const rule = open ? String(ifAbsentRule) : row.rule;
  const action = context.label('chain_action', open ? String(ifAbsent) : row.action)[lang];
  const says = context.label('chain_reason', rule)[lang];
  const condition = conditionOf(rule, lang);
  const here = new Set(story.rows.filter(({ present }) => present).map(({ node }) => node));
  const users = story.edges.filter(({ from, to }) => from === row.node && here.has(to)).map(({ to }) => to);
  const pools = (story.pools ?? []).filter(({ node }) => node === row.node);
  const partner = row.partners?.partner ?? null;
  return [
    {
      name: heads.action[lang],
      text: open
        ? say(words.ifAbsent, lang, { action, rule: says })
        : `${action}${lang === 'zh' ? '：' : ': '}${says}`,
    },
    { name: words.users[lang], text: namesOf(users.join(' '), nameOf) || words.nobody[lang] },
    ...(partner === null
      ? []
      : [{ name: heads.partner[lang], text: say(words.withPartner, lang, { place: partner }) }]),
    ...pools.map(({ label, name, state }) => ({
      name: label[lang],
      text: state === '' ? name : `${name} (${state})`,
    })),
    ...(condition === '' ? [] : [{ name: heads.condition[lang], text: condition }]),
  ];
}

/** What partner cities have of the nodes that the place lacks. */
export function partnersSection(writing: ChainWriting): Section {
  const { story, lang } = writing;
  const offers = story.rows.flatMap((row) =>
    (row.partners?.offers ?? []).map((offer) => [
      textCell(row.name),
      textCell(offer.place),
      textCell(offer.says[lang]),
      figure(offer.quotient, 2, lang),
      figure(offer.output, 2, lang),
      figure(offer.distance, 0, lang),
    ]),
  );
  if (offers.length === 0) return section(writing, 'chain_partners', paragraph(words.noTable[lang]));
  return section(
    writing,
    'chain_partners',
    table(
      writing,
      'chain_partners',
      [
        ['node', 24],
        ['partner', 18],
        ['state', 36],
        ['quotient', 12, 'right'],
        ['output', 14, 'right'],
        ['distance', 14, 'right'],
      ],
      offers,
    ),
  );
}

/** The entries of the pools. */
export function poolsSection(writing: ChainWriting): Section {
  const { story, lang, nameOf } = writing;
  if (story.pools === null) return section(writing, 'chain_pools', paragraph(words.noTable[lang]));
  return section(
    writing,
    'chain_pools',
    table(
      writing,
      'chain_pools',
      [
        ['pool', 14],
        ['name', 36],
        ['node', 22],
        ['state', 20],
        ['amount', 16, 'right'],
        ['source', 40],
      ],
      story.pools.map((one) => [
        textCell(one.label[lang]),
        textCell(one.name),
        textCell(nameOf(one.node)),
        textCell(one.state),
        figure(one.amount, 0, lang),
        textCell(one.source),
      ]),
    ),
  );
}
