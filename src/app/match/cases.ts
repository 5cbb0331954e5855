import { cellValue, parameterValue } from '../../assess/index.js';
import { type IndicatorId, toEdge } from '../../base/index.js';
import type { Matching, TransitionCase } from '../../catalog/index.js';
import {
  caseTraits,
  greatCircle,
  type MatchedCase,
  matchCases,
  type PlaceTraits,
  spanOf,
} from '../../plan/index.js';
import type { City } from '../../register/index.js';
import type { Workspace } from '../workspace.js';
import type { CaseShown, MatchingCase } from './answer.js';
import type { MatchContext } from './context.js';
import { nameOf, sourcesOf } from './names.js';
import { nearAndFar, nothingSaid, traitWords } from './words.js';

/** Cases like a city, and what the library says of the city itself. */
export function casesFor(context: MatchContext): {
  readonly own: CaseShown | null;
  readonly rows: readonly MatchingCase[];
} {
  const { ws, cities, city } = context;
  const library = [...(ws.catalog.transitionCases?.values() ?? [])];
  const others = library.filter((one) => one.city !== city.id);
  const traits = (one: City) => cityTraits(context, one);
  const listed = cities.map(traits);
  const tail = parameterValue(ws.catalog, 'match_span_tail');
  const span = (of: (one: PlaceTraits) => number) => spanOf(listed.map(of), tail);
  const found = matchCases(
    traits(city),
    others.map((one) => caseTraitsOf(one, cities.find(({ id }) => id === one.city) ?? null, traits)),
    {
      failures: others.map(isFailure),
      spans: {
        size: span(({ size }) => Math.log(size)),
        remoteness: span(({ remoteness }) => remoteness),
        shrinkage: span(({ shrinkage }) => shrinkage),
      },
      shown: parameterValue(ws.catalog, 'match_cases'),
      minimum: parameterValue(ws.catalog, 'match_cases_minimum'),
    },
  );
  const own = library.find((one) => one.city === city.id);
  return {
    own: own === undefined ? null : caseShown(ws, own),
    rows: found.map((one) => ({
      ...caseShown(ws, others[one.at] as TransitionCase),
      distance: toEdge(one.distance),
      shared: one.shared,
      asFailure: one.asFailure,
      because: becauseOf(one, parameterValue(ws.catalog, 'match_near_trait')),
    })),
  };
}

function cityTraits({ rules, panel, period }: MatchContext, city: City): PlaceTraits {
  const figure = (indicator: IndicatorId) =>
    cellValue(panel, indicator, panel.cities.indexOf(city.id), panel.periods.indexOf(period));
  return {
    resources: city.resources,
    size: figure(rules.size),
    remoteness: remotenessOf(rules, city),
    stage: city.type,
    shrinkage: figure(rules.change),
  };
}

/** What the case says itself, and for a listed place what the pack says of it. */
function caseTraitsOf(
  one: TransitionCase,
  place: City | null,
  traits: (city: City) => PlaceTraits,
): PlaceTraits {
  const known = place === null ? null : traits(place);
  return {
    resources: one.resources.length > 0 ? one.resources : (known?.resources ?? []),
    size: known?.size ?? one.population?.before ?? Number.NaN,
    remoteness: known?.remoteness ?? Number.NaN,
    stage: one.stage ?? known?.stage ?? null,
    // a loss since the opening of the mines is no loss of ten years: cases without a place in the register have none
    shrinkage: known?.shrinkage ?? Number.NaN,
  };
}

/** Kilometres to the nearest centre of the rules; `NaN` where nobody knows. */
export function remotenessOf({ centres }: Pick<Matching, 'centres'>, { point }: City): number {
  if (point === null || centres.length === 0) return Number.NaN;
  return Math.min(...centres.map((centre) => greatCircle(point, centre.point)));
}

function isFailure({ outcome }: TransitionCase): boolean {
  return outcome.class === 'shrinking' || outcome.class === 'vanished';
}

function becauseOf({ differences }: MatchedCase, near: number): MatchingCase['because'] {
  const words = (wanted: (difference: number) => boolean) =>
    caseTraits.filter((_, at) => wanted(differences[at] as number)).map((trait) => traitWords[trait]);
  return nearAndFar(
    words((one) => one <= near),
    words((one) => one > near),
  );
}

/** A case with its names, and never without a condition and a caution. */
export function caseShown(ws: Workspace, one: TransitionCase): CaseShown {
  const transferable = one.transferability === null ? [] : [one.transferability];
  return {
    case: one.id,
    place: one.place,
    city: one.city,
    resource: one.resource,
    mode: one.modeNote ?? nameOf(ws, 'transition_mode', one.mode),
    trigger: one.trigger,
    instruments: one.instruments,
    figures: one.figures,
    outcome: { ...one.outcome, name: nameOf(ws, 'transition_outcome', one.outcome.class) },
    failure: isFailure(one),
    conditions: one.helped.length > 0 ? one.helped : [nothingSaid.condition],
    cautions:
      one.cautions.length + transferable.length > 0
        ? [...one.cautions, ...transferable]
        : [nothingSaid.caution],
    source: sourcesOf(ws, one.references),
    mark: one.mark,
  };
}
