import { join } from 'node:path';
import {
  type CityEvaluation,
  evaluationFor,
  parameterValue,
  provinceOf,
  rankClasses,
  scoreListed,
} from '../../assess/index.js';
import { type CityId, id } from '../../base/index.js';
import type { Evaluation } from '../../catalog/index.js';
import { exists } from '../../files/index.js';
import type { Panel } from '../../observe/index.js';
import { type City, cityOf, isAssessed, type Register } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import { type EvaluateCall, evaluate } from '../evaluate/evaluate.js';
import { regionPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';
import { evaluateRules } from './evaluate.js';
import { givenTable } from './given-table.js';
import { titleOf } from './open-analyses.js';
import { type Opener, spanOf } from './opened.js';

/** `evaluate`: all cities, since regions and ranks are made of them; rules are made for the city asked for. */
export const openEvaluate: Opener = async (ws, read) => {
  const { index, targets } = read.options;
  const { from = '', to = '' } = spanOf(read);
  const call: EvaluateCall = {
    from,
    to,
    ...(index !== undefined && { index }),
    ...(targets !== undefined && { targets }),
  };
  const register = await registerOf(ws);
  const all = await evaluate(ws, call);
  const evaluation = evaluationFor(ws.catalog, id<'period'>(from), id<'period'>(to), index);
  const { value: panel } = await regionPanel(ws);
  const among = peersOf(ws, { panel, register, evaluation, all });
  const prefixes = new Map(all.map((one) => [one.city, one.explain]));
  const table = await targetTable(ws, targets);
  return {
    panel,
    rows: all.map((row) => {
      const { name } = register.byId.get(row.city) as City;
      return {
        prefix: row.explain,
        title: titleOf(name, read),
        row,
        // Made when the city is asked for: the rules of a few hundred cities would be made for nothing.
        get rules() {
          return evaluateRules({
            row,
            catalog: ws.catalog,
            evaluation,
            ...among(row),
            periods: panel.periods,
            other: (city, path) => `${prefixes.get(city) ?? `evaluate/${city}/-`}/${path}`,
            targets: table,
            cityOf: (word) => cityOf(ws.register, word).id,
          });
        },
      };
    }),
  };
};

async function targetTable(ws: Workspace, given: string | undefined) {
  if (given !== undefined) return givenTable(given);
  const kept = join(ws.options.folder, 'targets.csv');
  // Readers are told the name of the workspace's own table, not where this machine has it.
  return (await exists(kept)) ? { ...(await givenTable(kept)), path: 'targets.csv' } : null;
}

interface Request {
  readonly panel: Panel;
  readonly register: Register;
  readonly evaluation: Evaluation;
  readonly all: readonly CityEvaluation[];
}

/** Who stands for the region of a city and who is next to it in its class, as the evaluation found them. */
function peersOf(ws: Workspace, { panel, register, evaluation, all }: Request) {
  const minimum = parameterValue(ws.catalog, 'peers_minimum');
  const index = ws.catalog.indices.get(evaluation.index);
  const scores = index ? scoreListed(panel, ws.catalog, register, index) : null;
  const byCode = new Map(register.cities.map((city) => [city.adcode, city]));
  const units = panel.cities.flatMap((one, at) => {
    const city = register.byId.get(one);
    const found = city && isAssessed(city) ? all.find((row) => row.city === city.id) : undefined;
    return city?.listed && found ? [{ at, city, found }] : [];
  });
  const wide = rankClasses(
    units.filter(({ found }) => found.level !== null && found.change !== null),
    ws.catalog,
    minimum,
  );
  const ranked = units.filter(({ found }) => found.score !== null);
  const classes = rankClasses(ranked, ws.catalog, minimum);
  const scoreOf = new Map(ranked.map(({ at, found }) => [at, found.score as number]));
  const idsOf = (places: readonly number[]) => places.map((at) => panel.cities[at] as CityId);
  return (row: CityEvaluation) => {
    const at = panel.cities.indexOf(row.city);
    const city = register.byId.get(row.city) as City;
    const province = row.region?.kind === 'province' ? provinceOf(city, byCode) : null;
    const others = row.region?.kind === 'class' ? (wide.get(at)?.members ?? []) : [];
    return {
      region: province ? [province.id] : idsOf(others.filter((one) => one !== at)),
      neighbours: idsOf(nextTo(at, classes.get(at)?.members ?? [], scoreOf)),
      indicators: (scores?.nodes ?? []).flatMap(({ indicator }) => (indicator === null ? [] : [indicator])),
    };
  };
}

/** The member just before and the one just behind by score. */
function nextTo(at: number, members: readonly number[], scoreOf: ReadonlyMap<number, number>): number[] {
  const own = scoreOf.get(at);
  if (own === undefined) return [];
  const score = (one: number) => scoreOf.get(one) as number;
  const known = members.filter((one) => one !== at && scoreOf.has(one)).sort((a, b) => score(a) - score(b));
  return [known.find((one) => score(one) > own), known.findLast((one) => score(one) < own)].filter(
    (one) => one !== undefined,
  );
}
