import { formatAddress, parameterValue } from '../../assess/index.js';
import { type IndicatorId, id, type Text, toEdge } from '../../base/index.js';
import type { Matching } from '../../catalog/index.js';
import { type Ends, modeOf } from '../../plan/index.js';
import type { City } from '../../register/index.js';
import { areaBreaks, figuresOf } from '../analyse/panel.js';
import type { Workspace } from '../workspace.js';
import type { CityMode, MatchFigure } from './answer.js';
import { nameOf } from './names.js';
import { figureWords, modeCaution, modeReasons, noMode } from './words.js';

/** The mode of a city between the year of the period and so many years before as the rules say. */
export async function cityMode(
  ws: Workspace,
  { jobs }: Matching,
  city: City,
  year: number,
): Promise<CityMode> {
  if (!city.resources.some((one) => jobs.resources.includes(one))) return untold(noMode.resource);
  const groups = [jobs.resource, jobs.chain, jobs.outside] as const;
  const figures = await figuresOf(ws, [city], ['population', 'population_aligned', ...groups.flat()]);
  const from = year - jobs.years;
  if (areaBreaks(ws, figures, city, from, year).length > 0) return untold(noMode.boundary);
  const ends = (group: readonly IndicatorId[], place: City | null): Ends => {
    const sum = (at: number) => group.reduce((all, one) => all + figures.at(place, one, at), 0);
    return { first: sum(from), last: sum(year) };
  };
  const { country } = figures;
  const found = modeOf(
    { resource: ends(jobs.resource, city), chain: ends(jobs.chain, city), outside: ends(jobs.outside, city) },
    { chain: ends(jobs.chain, country), outside: ends(jobs.outside, country) },
    {
      target: parameterValue(ws.catalog, 'replacement_target'),
      share: parameterValue(ws.catalog, 'match_mode_share'),
    },
  );
  const addresses = (group: readonly IndicatorId[]) =>
    [from, year].flatMap((at) =>
      group.map((indicator) =>
        formatAddress({ kind: 'value', city: city.id, period: id<'period'>(String(at)), indicator }),
      ),
    );
  const told: Readonly<Record<keyof typeof figureWords, readonly IndicatorId[]>> = {
    lost: jobs.resource,
    chain: jobs.chain,
    outside: jobs.outside,
    madeGood: groups.flat(),
    outsidePart: [...jobs.chain, ...jobs.outside],
  };
  return {
    label: found.label,
    name: nameOf(ws, 'transition_mode', found.label),
    reasons: [modeReasons[found.reason], ...(found.label === null ? [] : [modeCaution])],
    figures: Object.entries(told).map(
      ([key, group]): MatchFigure => ({
        what: figureWords[key as keyof typeof figureWords],
        value: toEdge(found[key as keyof typeof figureWords]),
        ids: addresses(group),
      }),
    ),
  };
}

function untold(reason: Text): CityMode {
  return { label: null, name: null, reasons: [reason], figures: [] };
}
