import { AfterlodeError, type CityId, id, sameText, type Text } from '../base/index.js';
import { isDay } from './late.js';
import type { Deadlines, RoundDefinition } from './types.js';

/** A round as a file says it, before units and forms are looked up. */
export interface RoundFile {
  readonly id: string;
  readonly label: Text;
  readonly period: string;
  readonly forms: readonly string[];
  /** Names, codes or ids; `listed` stands for all listed units. */
  readonly units: readonly string[];
  readonly deadlines: Readonly<Record<keyof Deadlines, string>>;
  readonly indices: readonly string[];
}

const keys = ['id', 'label', 'period', 'forms', 'units', 'deadlines', 'indices'] as const;
const deadlines = ['report', 'province', 'nation'] as const;

/**
 * Reads what a YAML or JSON file says of a round.
 *
 * @throws AfterlodeError ROUND_DEFINITION
 */
export function readRoundFile(found: unknown): RoundFile {
  if (!isRecord(found)) throw fault('file', typeof found, keys.join(', '));
  for (const key of Object.keys(found))
    if (!keys.some((known) => known === key)) throw fault(key, key, keys.join(', '));
  const days = found['deadlines'];
  if (!isRecord(days)) throw fault('deadlines', words(days), deadlines.join(', '));
  const file = {
    id: textOf(found['id'], 'id'),
    label: labelOf(found['label']),
    period: textOf(found['period'], 'period'),
    forms: listOf(found['forms'], 'forms'),
    units: listOf(found['units'], 'units'),
    deadlines: {
      report: dayOf(days['report'], 'report'),
      province: dayOf(days['province'], 'province'),
      nation: dayOf(days['nation'], 'nation'),
    },
    indices: found['indices'] === undefined ? [] : listOf(found['indices'], 'indices'),
  };
  if (!/^[a-z0-9][a-z0-9_-]{0,39}$/.test(file.id)) {
    throw fault('id', file.id, { en: 'at most 40 of a-z, 0-9, _ and -', zh: '不超过 40 个 a-z、0-9、_、-' });
  }
  if (!/^\d{4}$/.test(file.period)) throw fault('period', file.period, { en: 'a year', zh: '年份' });
  return file;
}

/**
 * The definition with its units, which were looked up, each once; deadlines follow one another.
 *
 * @throws AfterlodeError ROUND_DEFINITION
 */
export function definitionOf(file: RoundFile, units: readonly CityId[]): RoundDefinition {
  const twice = units.find((unit, at) => units.indexOf(unit) !== at);
  if (twice !== undefined) throw fault('units', twice, { en: 'each unit once', zh: '每个单位只列一次' });
  if (units.length === 0) throw fault('units', 0, { en: 'at least one unit', zh: '至少一个单位' });
  if (file.forms.length === 0) throw fault('forms', 0, { en: 'at least one form', zh: '至少一张填报表' });
  const { report, province, nation } = file.deadlines;
  if (!(report <= province && province <= nation)) {
    const expected = {
      en: 'report, province, nation in this order',
      zh: 'report、province、nation 依次不早于前者',
    };
    throw fault('deadlines', `${report}, ${province}, ${nation}`, expected);
  }
  return {
    ...file,
    period: id<'period'>(file.period),
    units,
    deadlines: { report: id<'date'>(report), province: id<'date'>(province), nation: id<'date'>(nation) },
  };
}

/** The label of a round in both languages; one text stands for both. */
function labelOf(found: unknown): Text {
  if (typeof found === 'string' && found.trim() !== '') return sameText(found.trim());
  if (isRecord(found)) return { en: textOf(found['en'], 'label.en'), zh: textOf(found['zh'], 'label.zh') };
  throw fault('label', words(found), '{en, zh}');
}

function textOf(found: unknown, where: string): string {
  const text = typeof found === 'number' ? String(found) : found;
  if (typeof text === 'string' && text.trim() !== '' && text.length <= 200 && !/\p{Cc}/u.test(text))
    return text.trim();
  throw fault(where, words(found), { en: 'one line of text', zh: '一行文字' });
}

function dayOf(found: unknown, where: string): string {
  const text = typeof found === 'string' ? found : words(found);
  if (isDay(text)) return text;
  throw fault(`deadlines.${where}`, text, { en: 'a day such as 2026-04-30', zh: '日期，如 2026-04-30' });
}

function listOf(found: unknown, where: string): readonly string[] {
  if (Array.isArray(found)) return found.map((one: unknown, at) => textOf(one, `${where}[${at}]`));
  throw fault(where, words(found), { en: 'a list', zh: '列表' });
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return found !== null && typeof found === 'object' && !Array.isArray(found);
}

function words(found: unknown): string {
  return (JSON.stringify(found) ?? 'null').slice(0, 80);
}

function fault(where: string, found: string | number, expected: string | Text): AfterlodeError {
  return new AfterlodeError('ROUND_DEFINITION', where, { found, expected });
}
