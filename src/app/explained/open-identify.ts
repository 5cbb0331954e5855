import {
  labelledCities,
  type RecoveryRow,
  type RecoveryScope,
  type ResultInput,
} from '../../assess/index.js';
import { AfterlodeError, phrases } from '../../base/index.js';
import { type City, cityOf } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import { classify } from '../classify/classify.js';
import { identifyPanel } from '../classify/panel.js';
import { recovery } from '../classify/recovery.js';
import { classifyRules } from './classify.js';
import { unitsInput } from './classify-group.js';
import { givenTable } from './given-table.js';
import { titleOf } from './open-analyses.js';
import { type Opener, yearOf } from './opened.js';
import { recoveryRules } from './recovery.js';

/** `classify` of one unit. */
export const openClassify: Opener = async (ws, read) => {
  const { set, reserves } = read.options;
  const register = await registerOf(ws);
  const named = cityOf(register, read.place);
  const rows = await classify(ws, {
    cities: [named.id],
    period: yearOf(read),
    ...(set !== undefined && { set }),
    ...(reserves !== undefined && { reserves }),
  });
  const panel = await identifyPanel(ws);
  const country = register.cities.find(({ level }) => level === 'country')?.id ?? null;
  const table = reserves === undefined ? null : await givenTable(reserves);
  return {
    panel,
    rows: rows.map((row) => {
      const city = register.byId.get(row.city) as City;
      const asked = { row, city, catalog: ws.catalog, register, panel, country, reserves: table };
      return { prefix: row.explain, title: titleOf(city.name, read), row, rules: classifyRules(asked) };
    }),
  };
};

/** `classify --recovery`: all rows of a year, since they are made together. */
export const openRecovery: Opener = async (ws, read) => {
  const { runs, seed } = read.options;
  const rows = await recovery(ws, {
    period: yearOf(read),
    ...(runs !== undefined && { runs: wholeIn('runs', runs) }),
    ...(seed !== undefined && { seed: wholeIn('seed', seed) }),
  });
  const panel = await identifyPanel(ws);
  const register = await registerOf(ws);
  const units = (row: RecoveryRow, scope: RecoveryScope): ResultInput => {
    const cities = labelledCities({ panel, register }, row.indicator, row.period, scope);
    return unitsInput(ws.catalog, row, cities);
  };
  return {
    panel,
    rows: rows.map((row) => {
      const set = [...ws.catalog.thresholdSets.values()].find(({ code }) => code === row.set);
      const test = set?.tests.find(({ id }) => id === row.test);
      const asked = {
        row,
        test,
        units: units(row, row.scope),
        level: units(row, row.scope === 'prefecture' ? 'prefecture' : 'county'),
        runs: runsInput(runs),
      };
      return {
        prefix: row.explain,
        title: { en: `${row.scope} ${row.period}`, zh: `${scopeWords[row.scope]} ${row.period}` },
        row,
        rules: recoveryRules(asked),
      };
    }),
  };
};

const scopeWords: Readonly<Record<RecoveryScope, string>> = {
  prefecture: '地级',
  county: '县级',
  'county-outside': '名单内地级市以外的县级',
};

function wholeIn(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new AfterlodeError('CALL_OPTION', name, { found: text, expected: phrases.wholeFrom(1) });
}

function runsInput(runs: string | undefined): ResultInput {
  if (runs === undefined) return 'parameter/recovery_runs';
  return {
    input: 'setting',
    label: { en: 'Samples of the bootstrap', zh: '自助抽样次数' },
    value: Number(runs),
    unit: 'count',
    how: { en: 'given with the call, --runs', zh: '由命令给出，--runs' },
    references: [],
    file: '--runs',
  };
}
