import { evaluationFor } from '../../assess/index.js';
import { AfterlodeError, type CityId, id, type Text } from '../../base/index.js';
import type { Index, IndexNode } from '../../catalog/index.js';
import type { NationPage } from '../../report/index.js';
import { cityAnswer } from '../cities/cities.js';
import { registerOf } from '../cities/register.js';
import { evaluate } from '../evaluate/evaluate.js';
import { regionPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';
import { evaluationYears } from './evaluation.js';

/** Which evaluation of all units. */
export interface NationPageCall {
  /** First year; default the first of the first evaluation's index. */
  readonly from?: string;
  /** Last year; default the last of that index. */
  readonly to?: string;
  /** Chinese or English name; only units of it are told of, whose ranks stay those among all. */
  readonly province?: string;
}

/**
 * What the evaluation report of all units, or of those of one province, is written from.
 *
 * @throws AfterlodeError as `evaluate`; CALL_OPTION for a province without units
 */
export async function nationPage(ws: Workspace, call: NationPageCall): Promise<NationPage> {
  const { from, to } = evaluationYears(ws, call);
  const definition = evaluationFor(ws.catalog, id<'period'>(from), id<'period'>(to));
  const register = await registerOf(ws);
  const all = (await evaluate(ws, { from, to })).flatMap(({ explain: _explain, ...evaluation }) => {
    const city = register.byId.get(evaluation.city);
    return city ? [{ city: cityAnswer(city), evaluation }] : [];
  });
  const province = call.province === undefined ? null : provinceOf(all, call.province);
  const units = all.filter(({ city }) => province === null || city.province.zh === province.zh);
  return {
    period: `${from}–${to}`,
    from,
    to,
    province,
    definition,
    units,
    sources: await sourcesOf(ws, definition.index, units),
  };
}

type Unit = NationPage['units'][number];

/** @throws AfterlodeError CALL_OPTION where no unit lies in it */
function provinceOf(units: readonly Unit[], asked: string): Text {
  const word = asked.trim().toLowerCase();
  // 黑龙江 is enough for 黑龙江省, as for cities; one letter is not.
  const named = ({ zh, en }: Text) => en.toLowerCase() === word || (word.length > 1 && zh.startsWith(word));
  const found = units.find(({ city }) => named(city.province));
  if (found) return found.city.province;
  const names = [...new Set(units.map(({ city }) => city.province.en))].toSorted();
  throw new AfterlodeError('CALL_OPTION', 'province', { found: asked, expected: names.join(', ') });
}

/** Ids of the tables and imports from which the index's figures of the units were read. */
async function sourcesOf(ws: Workspace, name: string, units: readonly Unit[]): Promise<readonly string[]> {
  const { value: panel } = await regionPanel(ws);
  const index = ws.catalog.indices.get(name);
  const wanted = new Set<CityId>(units.map(({ evaluation }) => evaluation.city));
  const used = new Set<number>();
  const width = panel.periods.length;
  for (const indicator of index ? leavesOf(index.of) : []) {
    const origin = panel.columns.get(id<'indicator'>(indicator))?.origin;
    panel.cities.forEach((city, row) => {
      if (wanted.has(city)) for (let at = 0; at < width; at++) used.add(origin?.[row * width + at] ?? 0);
    });
  }
  return panel.origins.flatMap((origin, at) =>
    used.has(at + 1) ? [origin.kind === 'table' ? origin.table : origin.importId] : [],
  );
}

function leavesOf(nodes: Index['of']): readonly string[] {
  return nodes.flatMap((node: IndexNode) => ('indicator' in node ? [node.indicator] : leavesOf(node.of)));
}
