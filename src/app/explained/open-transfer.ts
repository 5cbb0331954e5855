import { AfterlodeError, type CityId, id } from '../../base/index.js';
import { findCity } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import { listedPanel } from '../panel.js';
import { gradeOf } from '../transfer/shape.js';
import { type TransferCall, transfer } from '../transfer/transfer.js';
import { givenTable } from './given-table.js';
import { titleOf } from './open-analyses.js';
import { type Opener, yearOf } from './opened.js';
import type { ReadPrefix } from './prefix.js';
import { allocationRules, transferRules } from './transfer.js';
import type { TransferAsked } from './transfer-inputs.js';

/** `transfer`: the rows and what stands above them. */
export const openTransfer: Opener = async (ws, read) => {
  const call = callOf(read);
  const answer = await transfer(ws, call);
  const formula = ws.catalog.transferFormulas.get(answer.formula);
  if (!formula)
    throw new AfterlodeError('TRANSFER_FORMULA_UNKNOWN', answer.formula, {
      found: answer.formula,
      expected: '',
    });
  const register = await registerOf(ws);
  const { value: panel } = await listedPanel(ws);
  const table = call.units === undefined ? null : await givenTable(call.units);
  const cityIdOf = (word: string) =>
    register.byId.get(word as CityId)?.id ?? findCity(ws.register, word)?.id ?? word;
  const indicator = formula.population?.indicator ?? null;
  const asked: TransferAsked = {
    answer,
    call,
    formula,
    table,
    rowOf: (city) => table?.rows.find(({ cells }) => cityIdOf((cells.city ?? '').trim()) === city),
    population(city) {
      const row = panel.cities.indexOf(id<'city'>(city));
      const values = indicator ? panel.columns.get(indicator)?.values : undefined;
      const at = panel.periods.findLastIndex(
        (period, when) =>
          period <= call.period && !Number.isNaN(values?.[row * panel.periods.length + when] ?? Number.NaN),
      );
      return row < 0 || at < 0 ? null : `value/${city}/${panel.periods[at]}/${indicator}`;
    },
    gradeOf: (city) => {
      const found = register.byId.get(id<'city'>(city));
      return found ? gradeOf(found) : '';
    },
  };
  const whole = answer.explain ?? '';
  return {
    panel,
    rows: [
      {
        prefix: whole,
        title: titleOf({ en: 'all units', zh: '全部单位' }, read),
        row: answer,
        rules: allocationRules(asked),
      },
      ...answer.rows.map((row) => ({
        prefix: row.explain ?? '',
        title: titleOf(row.name ?? { en: row.city, zh: row.city }, read),
        row,
        rules: transferRules(asked, row, `${whole}/perHead`),
      })),
    ],
  };
};

function callOf(read: ReadPrefix): TransferCall {
  const { budget = '', units, formula, performance, pool, ...more } = read.options;
  const fixed = Object.entries(more).flatMap(([name, yuan]) =>
    name.startsWith('fixed.') ? [[name.slice('fixed.'.length), Number(yuan)] as const] : [],
  );
  return {
    budget: budget === '' ? Number.NaN : Number(budget),
    period: yearOf(read),
    performance: performance !== 'false',
    ...(units !== undefined && { units }),
    ...(formula !== undefined && { formula }),
    ...(pool !== undefined && { pool: Number(pool) }),
    ...(fixed.length > 0 && { fixed: Object.fromEntries(fixed) }),
  };
}
