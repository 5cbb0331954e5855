import { compareGroups, type FlagNote, groupMembers } from '../../assess/index.js';
import { AfterlodeError, type CityId, id, toEdge } from '../../base/index.js';
import type { CompareAnswer } from '../answers.js';
import { levelFlags } from '../checkup/flags.js';
import { levelPanel } from '../panel.js';
import type { Workspace } from '../workspace.js';
import { checkClass } from './cities.js';
import { registerOf } from './register.js';

const groupings = ['listed', 'type', 'resource', 'level'] as const;

/**
 * An indicator over groups of units of one level, listed and not.
 *
 * @param call.period default: the latest in which a unit has a value
 * @throws AfterlodeError CALL_OPTION (indicator, level, grouping), PERIOD_UNKNOWN
 */
export async function compare(
  ws: Workspace,
  call: {
    readonly indicator: string;
    readonly period?: string;
    readonly level?: string;
    readonly by?: string;
  },
): Promise<CompareAnswer> {
  const level = call.level ?? 'prefecture';
  checkClass(ws, '--level', 'level', level);
  const by = groupings.find((one) => one === (call.by ?? 'listed'));
  if (!by) {
    throw new AfterlodeError('CALL_OPTION', '--by', { found: call.by ?? '', expected: groupings.join(', ') });
  }
  const indicator = ws.catalog.indicators.get(id<'indicator'>(call.indicator));
  if (!indicator) {
    throw new AfterlodeError('CALL_OPTION', 'indicator', {
      found: call.indicator,
      expected: { en: 'an indicator of `afterlode catalog list`', zh: '`afterlode catalog list` 列出的指标' },
    });
  }
  const { value: panel } = await levelPanel(ws, level);
  const values = panel.columns.get(indicator.id)?.values;
  const has = panel.periods.filter((_, at) =>
    panel.cities.some((_city, row) => !Number.isNaN(values?.[row * panel.periods.length + at] ?? Number.NaN)),
  );
  const period = call.period ?? has.at(-1) ?? '';
  if (!has.some((one) => one === period)) {
    throw new AfterlodeError('PERIOD_UNKNOWN', indicator.id, { found: period, expected: has.join(', ') });
  }
  const request = { indicator: indicator.id, period: id<'period'>(period), level, by };
  const register = await registerOf(ws);
  const compared = compareGroups(panel, ws.catalog, register, request);
  const members = groupMembers(panel, ws.catalog, register, request);
  const book = await levelFlags(ws, level);
  return {
    indicator: indicator.id,
    label: indicator.label,
    unit: compared.unit,
    period,
    groups: compared.groups.map((group) => ({
      ...group,
      mean: toEdge(group.mean),
      median: toEdge(group.median),
      q1: toEdge(group.q1),
      q3: toEdge(group.q3),
      flagged: countFlags(
        (members.get(group.group) ?? []).map((row) =>
          book.beside(panel.cities[row] as CityId, request.period, indicator.id),
        ),
      ),
    })),
  };
}

/** How many values of a group carry each flag, in the order in which flags were first met. */
function countFlags(notes: readonly (readonly FlagNote[])[]): CompareAnswer['groups'][number]['flagged'] {
  const counts = new Map<string, FlagNote & { count: number }>();
  for (const note of notes.flat()) {
    const count = (counts.get(note.id)?.count ?? 0) + 1;
    counts.set(note.id, { ...note, count });
  }
  return [...counts.values()];
}
