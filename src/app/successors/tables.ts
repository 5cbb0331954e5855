import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import { type NamedRow, readNamedRows } from '../tables/named-rows.js';

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('SUCCESSORS_TABLE', where, { found, expected });

/** What an activity asks for at a gate, of a table. */
export interface NeedRow {
  readonly activity: string;
  readonly gate: string;
  /** `NaN` where nobody has said how much. */
  readonly needs: number;
  readonly unit: string;
  /** null: as in the catalog, else at least. */
  readonly sense: 'least' | 'most' | null;
  readonly source: string;
}

/** What the place has at a gate, of a table; `NaN` where nobody knows. */
export interface HasRow {
  readonly has: number;
  readonly source: string;
}

/** Figures of an activity, of a table; `NaN` where nobody knows. */
export interface FigureRow {
  readonly jobs: number;
  readonly skills: number;
  readonly carbon: number;
  readonly water: number;
  readonly controlled: boolean;
}

const activity = { also: ['industry', '行业', '产业'], needed: true } as const;
const gate = { also: ['门槛', '条件'], needed: true } as const;
const source = { also: ['来源'], needed: false } as const;

const anActivity = { en: 'an activity', zh: '行业名称' };
const aGate = { en: 'a gate', zh: '条件名称' };

/**
 * Reads `activity,gate,needs[,unit][,sense][,source]`.
 *
 * @param activities of the table of places; others are refused, as a slip of the pen would leave a gate open
 * @throws AfterlodeError SUCCESSORS_TABLE naming the cell, FILE_… of reading
 */
export async function readNeeds(
  given: RowSource,
  activities: readonly string[],
): Promise<readonly NeedRow[]> {
  const columns = {
    activity,
    gate,
    needs: { also: ['需要', '要求'], needed: true },
    unit: { also: ['单位'], needed: false },
    sense: { also: ['方向'], needed: false },
    source,
  } as const;
  const { rows } = await readNamedRows(given, columns, fault);
  const seen = new Set<string>();
  return rows.map((row) => {
    const own = { activity: known(row, activities), gate: row.word('gate', aGate) };
    once(seen, `${own.activity}\n${own.gate}`, row);
    const sense = row.text('sense');
    if (sense !== '' && sense !== 'least' && sense !== 'most')
      throw row.wrong('sense', sense, phrases.oneOf('least, most'));
    return {
      ...own,
      needs: row.number('needs'),
      unit: row.text('unit'),
      sense: sense === '' ? null : sense,
      source: row.text('source'),
    };
  });
}

/**
 * Reads `place,gate,has[,source]`.
 *
 * @param isPlace whether a row is of the place asked for; others are not looked at
 * @returns by gate
 * @throws AfterlodeError SUCCESSORS_TABLE naming the cell, FILE_… of reading
 */
export async function readHas(
  given: RowSource,
  isPlace: (place: string) => boolean,
): Promise<ReadonlyMap<string, HasRow>> {
  const columns = {
    place: { also: ['城市', '地区'], needed: true },
    gate,
    has: { also: ['现有'], needed: true },
    source,
  } as const;
  const { rows } = await readNamedRows(given, columns, fault);
  const seen = new Set<string>();
  const found = new Map<string, HasRow>();
  for (const row of rows) {
    const place = row.word('place', { en: 'a place', zh: '地区名称' });
    const name = row.word('gate', aGate);
    once(seen, `${place}\n${name}`, row);
    const has = row.number('has');
    if (isPlace(place)) found.set(name, { has, source: row.text('source') });
  }
  return found;
}

/**
 * Reads `activity[,jobs][,skills][,carbon][,water][,controlled]`; the last is 1, yes or 是 where the activity is on a list of
 * controlled capacity.
 *
 * @returns by activity
 * @throws AfterlodeError SUCCESSORS_TABLE naming the cell, FILE_… of reading
 */
export async function readFigures(
  given: RowSource,
  activities: readonly string[],
): Promise<ReadonlyMap<string, FigureRow>> {
  const columns = {
    activity,
    jobs: { also: ['每单位投资岗位'], needed: false },
    skills: { also: ['技能匹配'], needed: false },
    carbon: { also: ['碳强度'], needed: false },
    water: { also: ['用水强度'], needed: false },
    controlled: { also: ['产能管控'], needed: false },
  } as const;
  const { rows } = await readNamedRows(given, columns, fault);
  const seen = new Set<string>();
  return new Map(
    rows.map((row) => {
      const name = known(row, activities);
      once(seen, name, row);
      const figure = (column: 'jobs' | 'skills' | 'carbon' | 'water') => {
        const value = row.number(column);
        if (value < 0) throw row.wrong(column, row.text(column), phrases.numberFrom0);
        return value;
      };
      const [jobs, skills, carbon, water] = [
        figure('jobs'),
        figure('skills'),
        figure('carbon'),
        figure('water'),
      ];
      if (skills > 1) throw row.wrong('skills', row.text('skills'), phrases.share);
      return [name, { jobs, skills, carbon, water, controlled: yes(row) }];
    }),
  );
}

function yes(row: NamedRow<'controlled'>): boolean {
  const written = row.text('controlled').toLowerCase();
  if (['1', 'yes', 'true', '是'].includes(written)) return true;
  if (['', '0', 'no', 'false', '否'].includes(written)) return false;
  throw row.wrong('controlled', row.text('controlled'), phrases.oneOf('1, 0'));
}

function known(row: NamedRow<'activity'>, activities: readonly string[]): string {
  const name = row.word('activity', anActivity);
  if (activities.includes(name)) return name;
  throw row.wrong('activity', name, phrases.oneOf(activities.slice(0, 30).join(', ')));
}

function once(seen: Set<string>, key: string, row: NamedRow<'gate'> | NamedRow<'activity'>): void {
  const column = key.includes('\n') ? 'gate' : 'activity';
  if (seen.has(key))
    throw (row as NamedRow<string>).wrong(column, key.split('\n').at(-1) as string, {
      en: 'each once',
      zh: '不重复的行',
    });
  seen.add(key);
}
