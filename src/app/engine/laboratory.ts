import {
  compileListed,
  type EngineInput,
  type FlagNote,
  indicatorsByNode,
  selectRows,
  writeInput,
} from '../../assess/index.js';
import { AfterlodeError, id, type Period, phrases } from '../../base/index.js';
import type { Index } from '../../catalog/index.js';
import type { Panel } from '../../observe/index.js';
import type { City, Register } from '../../register/index.js';
import type { LaboratoryAnswer } from '../answers-laboratory.js';
import { listedFlags } from '../checkup/flags.js';
import { sizeOf } from '../cities/overview.js';
import { registerOf } from '../cities/register.js';
import { listedPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';

/**
 * An index of the workspace as the engine runs it: listed cities in the periods of the index, the tree, the steps.
 *
 * @throws AfterlodeError CALL_OPTION for an unknown index
 */
export async function laboratory(
  ws: Workspace,
  call: { readonly index?: string },
): Promise<LaboratoryAnswer> {
  const index = indexNamed(ws, call.index);
  const { value: panel } = await listedPanel(ws);
  const register = await registerOf(ws);
  const compiled = compileListed(panel, ws.catalog, register, index);
  const periods = index.periods.filter((period) => panel.periods.includes(id<'period'>(period)));
  const latest = id<'period'>(periods.at(-1) ?? '');
  return {
    index: index.id,
    label: index.label,
    catalog: ws.catalog.hash,
    periods,
    cities: Object.fromEntries(register.cities.flatMap((city) => cityEntry(ws, city, panel, latest))),
    nodes: Object.fromEntries(
      compiled.flat.map((node) => {
        const indicator = node.indicator === null ? null : ws.catalog.indicators.get(node.indicator);
        return [
          node.id,
          { label: node.label, indicator: indicator?.id ?? null, unit: indicator?.unit ?? null },
        ];
      }),
    ),
    input: writeInput(listedOnly(compiled)),
    ...(await flagsOfIndex(ws, index, register, periods)),
  };
}

/** Flags of every listed city in the periods of an index, by node; units and periods without any are left out. */
async function flagsOfIndex(
  ws: Workspace,
  index: Index,
  register: Register,
  periods: readonly string[],
): Promise<Pick<LaboratoryAnswer, 'flags' | 'flagNotes'>> {
  const book = await listedFlags(ws);
  const nodes = [...indicatorsByNode(index)];
  const notes = new Map<string, FlagNote>();
  const flags: Record<string, Record<string, Record<string, readonly string[]>>> = {};
  for (const city of register.cities.filter(({ listed }) => listed)) {
    for (const period of periods) {
      for (const [node, indicators] of nodes) {
        const found = book.besideAny(city.id, id<'period'>(period), indicators);
        if (found.length === 0) continue;
        for (const one of found) notes.set(one.id, one);
        const ofCity = (flags[city.id] ??= {});
        (ofCity[period] ??= {})[node] = found.map((one) => one.id);
      }
    }
  }
  return { flags, flagNotes: [...notes.values()] };
}

/** The listed cities alone: others are no part of a ranking, and scales are taken from the listed ones anyway. */
function listedOnly({ table, hierarchy, chain }: EngineInput): EngineInput {
  const rows = Int32Array.from(table.units.keys()).filter((row) => chain.reference?.[row] === 1);
  return { table: selectRows(table, rows), hierarchy, chain: { ...chain, reference: null } };
}

function indexNamed(ws: Workspace, name: string | undefined): Index {
  const indices = [...ws.catalog.indices.values()].sort(
    (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
  );
  const found = name === undefined ? indices[0] : ws.catalog.indices.get(name);
  if (found) return found;
  throw new AfterlodeError('CALL_OPTION', '--index', {
    found: name ?? phrases.none,
    expected: indices.map((one) => one.id).join(', '),
  });
}

function cityEntry(
  ws: Workspace,
  city: City,
  panel: Panel,
  period: Period,
): [string, LaboratoryAnswer['cities'][string]][] {
  if (!city.listed || !panel.cities.includes(city.id)) return [];
  const { value: population } = sizeOf(ws, panel, city, period);
  return [[city.id, { name: city.name, point: city.point, type: city.type ?? '', population }]];
}
