import { parameterValue, type SubUnit, type SubUnitPattern, subUnitPattern } from '../../assess/index.js';
import { type Issue, issue, type Text, toEdge } from '../../base/index.js';
import type { City } from '../../register/index.js';
import { registerOf } from '../cities/register.js';
import type { Workspace } from '../workspace.js';
import { areaBreaks, type Figures, figuresOf } from './panel.js';

type Edge = number | null;

/** Where inside a prefecture people were lost, from the county rows of both censuses. */
export interface FoundParts {
  readonly form: SubUnitPattern['form'];
  readonly counted: number;
  readonly losing: number;
  readonly losingShare: Edge;
  readonly losingPeopleShare: Edge;
  readonly coreChangePercent: Edge;
  readonly outerChangePercent: Edge;
  readonly partial: boolean | null;
  readonly units: readonly {
    readonly place: string;
    readonly name: Text;
    readonly core: boolean;
    readonly changePercent: Edge;
  }[];
  readonly issues: readonly Issue[];
}

/** Counts of everything that lies directly in one of the places. */
export async function partsPanel(ws: Workspace, cities: readonly City[]): Promise<Figures> {
  const register = await registerOf(ws);
  const codes = new Set(cities.map(({ adcode }) => adcode));
  const parts = register.cities.filter(({ parent }) => parent !== null && codes.has(parent));
  return figuresOf(ws, parts, ['population']);
}

interface PartsCall {
  readonly from: number;
  readonly to: number;
  /** Change of the whole, a share. */
  readonly change: number;
  readonly figures: Figures;
}

/**
 * The pattern of sub-units of a prefecture. A unit counts by itself where its code has both counts; the others, whose
 * codes changed, are pooled as one rest. Where the whole prefecture's area changed nothing is compared.
 */
export function partsOf(ws: Workspace, city: City, inside: Figures, call: PartsCall): FoundParts {
  const nothing: FoundParts = {
    form: null,
    counted: 0,
    losing: 0,
    losingShare: null,
    losingPeopleShare: null,
    coreChangePercent: null,
    outerChangePercent: null,
    partial: null,
    units: [],
    issues: [],
  };
  const members = directParts(ws, city, inside);
  if (city.level !== 'prefecture' || members.length === 0) return nothing;
  const label = `${city.name.zh} ${city.name.en}`;
  if (areaBreaks(ws, call.figures, city, call.from, call.to).length > 0) {
    const found = { en: 'the area of the whole changed', zh: '整体区划有变' };
    return { ...nothing, issues: [issue('ANALYSIS_PARTS', 'note', label, { found })] };
  }
  const units = unitsOf(members, inside, call);
  if (units === null) {
    const found = { en: 'parts were joined or divided', zh: '区县有合并或拆分' };
    return { ...nothing, issues: [issue('ANALYSIS_PARTS', 'note', label, { found })] };
  }
  const pattern = subUnitPattern(units, call.change, parameterValue(ws.catalog, 'partial_shrinkage_units'));
  const names = new Map(members.map((member) => [member.id as string, member.name]));
  return {
    form: pattern.form,
    counted: pattern.counted,
    losing: pattern.losing,
    losingShare: toEdge(pattern.losingShare),
    losingPeopleShare: toEdge(pattern.losingPeopleShare),
    coreChangePercent: toEdge(100 * pattern.coreChange),
    outerChangePercent: toEdge(100 * pattern.outerChange),
    partial: pattern.partial,
    units: units.map(({ id, core, first, last }) => ({
      place: id,
      name: names.get(id) ?? { en: 'redrawn units together', zh: '区划变动单元合计' },
      core,
      changePercent: toEdge(first > 0 ? (100 * (last - first)) / first : Number.NaN),
    })),
    issues: [],
  };
}

/** Units right below a prefecture that have rows of their own; a listed unit inside a district is part of that one. */
export function directParts(ws: Workspace, city: City, inside: Figures): City[] {
  const ids = new Set(inside.panel.cities);
  return ws.register.cities.filter(
    (one) => ids.has(one.id) && one.parent === city.adcode && one.level !== 'country',
  );
}

function unitsOf(members: readonly City[], inside: Figures, { from, to }: PartsCall): SubUnit[] | null {
  const counted = members.map((member) => ({
    id: member.id as string,
    core: member.level === 'district',
    first: inside.at(member, 'population', from),
    last: inside.at(member, 'population', to),
  }));
  const matched = counted.filter(({ first, last }) => !Number.isNaN(first) && !Number.isNaN(last));
  const before = counted.filter(({ first, last }) => !Number.isNaN(first) && Number.isNaN(last));
  const after = counted.filter(({ first, last }) => Number.isNaN(first) && !Number.isNaN(last));
  if (before.length === 0 && after.length === 0) return matched;
  // Units that only vanished or only appeared have changed the area of others.
  if (before.length === 0 || after.length === 0) return null;
  const rest: SubUnit = {
    id: 'redrawn',
    core: after.every(({ core }) => core),
    first: before.reduce((sum, { first }) => sum + first, 0),
    last: after.reduce((sum, { last }) => sum + last, 0),
  };
  return [...matched, rest];
}
