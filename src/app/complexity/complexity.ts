import { cellValue } from '../../assess/index.js';
import { AfterlodeError, type Issue, id, phrases, type Text } from '../../base/index.js';
import { expectWritable, type RowSource } from '../../files/index.js';
import { type ActivityTable, complexityOf as compute } from '../../plan/index.js';
import { sectionsOf } from '../analyse/sections.js';
import { levelPanel } from '../panel.js';
import { saveSheets } from '../tables/save-sheets.js';
import type { Workspace } from '../workspace.js';
import { type ComplexityAnswer, doubtIssues, type Names, resultOf } from './answer.js';
import { type ComplexityCall, type ComplexityWords, complexitySettings, leftOut } from './call.js';
import { complexitySheets } from './sheets.js';
import { readActivities } from './table.js';

/** A table with what its places and activities are called. */
interface Given {
  readonly where: string | Text;
  readonly table: ActivityTable;
  readonly names: Names;
  readonly issues: readonly Issue[];
}

/**
 * Economic complexity of places and activities (docs/methods/plan/complexity.md), of a table or of the employment of a shipped census.
 *
 * @throws AfterlodeError CALL_OPTION, COMPLEXITY_TABLE, FILE_…; nothing is written then
 */
export async function complexity(ws: Workspace, call: ComplexityCall): Promise<ComplexityAnswer> {
  const { out } = call;
  if (out !== undefined) await expectWritable(out);
  const answer = await complexityOf(ws, call, call);
  if (out === undefined) return answer;
  const title: Text = { en: 'Economic complexity', zh: '经济复杂度' };
  return { ...answer, files: await saveSheets(out, 'complexity', title, complexitySheets(answer), []) };
}

/** As `complexity`, of a table that is there; writes nothing. */
export async function complexityOf(
  ws: Workspace,
  { table, census }: { readonly table?: RowSource; readonly census?: string },
  words: ComplexityWords,
): Promise<ComplexityAnswer> {
  const settings = complexitySettings(words);
  const given = table === undefined ? await censusTable(ws, census) : await fileTable(table, census);
  const out = leftOut(words, given.table.activities);
  const found = compute(given.table, settings);
  const rest = out.length === 0 ? null : without(given.table, out);
  const other = rest === null ? null : compute(rest, settings);
  return {
    ...resultOf(given.table, found, given.names),
    without:
      rest === null || other === null ? null : { ...resultOf(rest, other, given.names), activitiesOut: out },
    issues: [
      ...given.issues,
      ...doubtIssues(given.where, found),
      ...(other === null
        ? []
        : doubtIssues(phrases.within(given.where, `--without ${out.join(',')}`), other)),
    ],
    files: [],
  };
}

async function fileTable(source: RowSource, census: string | undefined): Promise<Given> {
  if (census !== undefined)
    throw new AfterlodeError('CALL_OPTION', '--census', {
      found: { en: 'a table as well', zh: '同时给出了表格' },
      expected: { en: 'either a table or a census', zh: '表格或普查，二者之一' },
    });
  const { table, issues } = await readActivities(source);
  const where = typeof source === 'string' ? source : source.name;
  return { where, table, issues, names: { places: new Map(), activities: new Map() } };
}

/** Employment by branch of all prefectures in a year, listed or not; a branch without a figure is missing. */
async function censusTable(ws: Workspace, census: string | undefined): Promise<Given> {
  const { value: panel } = await levelPanel(ws, 'prefecture');
  const branches = sectionsOf(ws).ids.map((one) => id<'indicator'>(one));
  const years = panel.periods.filter((_, at) =>
    panel.cities.some((_city, row) =>
      branches.some((branch) => !Number.isNaN(cellValue(panel, branch, row, at))),
    ),
  );
  const at = panel.periods.indexOf(id<'period'>(census ?? ''));
  if (!years.some((year) => year === census))
    throw new AfterlodeError('CALL_OPTION', census === undefined ? '--table' : '--census', {
      found: census ?? phrases.nothing,
      expected:
        census === undefined
          ? {
              en: `a table, or --census with one of ${years.join(', ')}`,
              zh: `表格，或 --census 加年份：${years.join('、')}`,
            }
          : phrases.oneOf(years.join(', ')),
    });
  const cities = panel.cities
    .map((city, row) => ({ city: ws.register.byId.get(city), row }))
    .filter(({ city, row }) => {
      const some = branches.some((branch) => !Number.isNaN(cellValue(panel, branch, row, at)));
      return city?.level === 'prefecture' && some;
    });
  const known = branches.map((branch) => [branch, ws.catalog.indicators.get(branch)?.label] as const);
  return {
    where: { en: `census ${census}`, zh: `普查 ${census}` },
    table: {
      places: cities.map(({ city }) => String(city?.id)),
      activities: branches.map(String),
      values: Float64Array.from(
        cities.flatMap(({ row }) => branches.map((branch) => cellValue(panel, branch, row, at))),
      ),
    },
    names: {
      places: new Map(cities.map(({ city }) => [String(city?.id), city?.name as Text])),
      activities: new Map(known.filter((one): one is [(typeof one)[0], Text] => one[1] !== undefined)),
    },
    issues: [],
  };
}

/** A table less some of its activities; what they were is in no whole either. */
function without(table: ActivityTable, out: readonly string[]): ActivityTable {
  const kept = [...table.activities.keys()].filter((at) => !out.includes(table.activities[at] as string));
  const columns = table.activities.length;
  return {
    places: table.places,
    activities: kept.map((at) => table.activities[at] as string),
    values: Float64Array.from(
      table.places.flatMap((_, row) => kept.map((at) => table.values[row * columns + at] as number)),
    ),
  };
}
