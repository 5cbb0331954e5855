import type { Text } from '../../base/index.js';
import { column, countCell, scoreCell, textCell } from '../blocks.js';
import type { Cell, Section, TableBlock } from '../types.js';
import type { NationUnit } from '../types-nation.js';
import { nationWords as words } from './words.js';
import { judgedOf, medianOf, type NationWriting, pointsCell, quadrants } from './writing.js';

/** Medians and verdicts by official type, resource and province. */
export function groupsSection(writing: NationWriting): Section {
  const { lang, page, labels } = writing;
  const named = (scheme: string) => (id: string) => labels.classOf(scheme, id);
  const byType = grouped(page.units, ({ city }) => (city.type === null ? [''] : [city.type]));
  const byResource = grouped(page.units, ({ city }) => (city.resources.length === 0 ? [''] : city.resources));
  const byProvince = grouped(page.units, ({ city }) => [city.province[lang]]);
  const { captions } = words;
  const blocks = [
    groupTable(writing, captions.type, byType, named('official_type')),
    groupTable(writing, captions.resource, byResource, named('resource_kind')),
    ...(page.province === null ? [groupTable(writing, captions.province, byProvince, (name) => name)] : []),
  ];
  return { id: 'groups', title: words.sections.groups[lang], blocks };
}

type Groups = ReadonlyMap<string, readonly NationUnit[]>;

function grouped(units: readonly NationUnit[], groupsOf: (unit: NationUnit) => readonly string[]): Groups {
  const found = new Map<string, NationUnit[]>();
  for (const unit of units)
    for (const group of groupsOf(unit)) found.set(group, [...(found.get(group) ?? []), unit]);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function groupTable(
  writing: NationWriting,
  caption: Text,
  groups: Groups,
  nameOf: (group: string) => string,
): TableBlock {
  const { lang, labels, origin } = writing;
  const { heads } = words;
  return {
    kind: 'table',
    caption: caption[lang],
    columns: [
      column(heads.group, lang, 'left', 26),
      column(heads.units, lang, 'right', 8),
      column(heads.judged, lang, 'right', 10),
      column(heads.level, lang, 'right', 10),
      column(heads.change, lang, 'right', 10),
      column(heads.gap, lang, 'right', 12),
      ...quadrants.map((quadrant) => ({
        title: labels.classOf('evaluation_quadrant', quadrant),
        align: 'right' as const,
        width: 12,
      })),
    ],
    rows: [...groups].map(([group, units]) => [
      textCell(group === '' ? words.unknown[lang] : nameOf(group)),
      ...groupCells(writing, units),
    ]),
    notes: [origin],
  };
}

function groupCells(writing: NationWriting, units: readonly NationUnit[]): readonly Cell[] {
  const judged = judgedOf(units).map(({ evaluation }) => evaluation);
  const median = (of: (one: NationUnit['evaluation']) => number | null) => medianOf(judged.map(of));
  return [
    countCell(units.length),
    countCell(judged.length),
    scoreCell(
      median(({ level }) => level),
      writing.lang,
      '',
    ),
    pointsCell(
      median(({ change }) => change),
      writing,
    ),
    pointsCell(
      median(({ gapChange }) => gapChange),
      writing,
    ),
    ...quadrants.map((quadrant) => countCell(judged.filter((one) => one.quadrant === quadrant).length)),
  ];
}
