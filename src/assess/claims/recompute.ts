import type { Claim, Recomputation } from '../../catalog/index.js';
import { inputOf } from './column-of.js';
import { recomputeCount, recomputeMean, recomputePooled, recomputeTotal } from './over-units.js';
import type { ClaimGap, ClaimInput, ClaimWorld, Recomputed } from './types.js';

/** Operations of a recomputation as `claims` names them: the code path of a number. */
export function operationOf(by: Recomputation): string {
  return typeof by === 'string' ? 'published' : by.op;
}

/**
 * Carries out a recomputation. Numbers are in base units; what is missing is `NaN` with the gap that says why, never zero.
 * Constants and published figures are turned into base units before they are used.
 *
 * @param claim gives constants and published figures their numbers
 */
export function recompute(world: ClaimWorld, claim: Claim, by: Recomputation): Recomputed {
  if (typeof by === 'string') return named(world, claim, by);
  switch (by.op) {
    case 'sum':
    case 'product':
    case 'ratio':
    case 'difference':
    case 'change':
    case 'growth_per_year':
      return arithmetic(world, claim, by);
    case 'count':
      return recomputeCount(world, by);
    case 'total':
      return recomputeTotal(world, by);
    case 'pooled':
      return recomputePooled(world, by);
    case 'mean':
      return recomputeMean(world, by);
    case 'value':
      return oneValue(world, by);
    case 'register':
      return fromRegister(world, by);
    case 'same_base':
      return plain(baseOf(world, by.of[0]) === baseOf(world, by.of[1]) ? 1 : 0);
    case 'cannot':
      return { ...plain(Number.NaN), gaps: [{ reason: by.reason, needs: by.needs }] };
  }
}

type Of<Op extends string> = Extract<Exclude<Recomputation, string>, { readonly op: Op }>;

function arithmetic(
  world: ClaimWorld,
  claim: Claim,
  by: Of<'sum' | 'product' | 'ratio' | 'difference' | 'change' | 'growth_per_year'>,
): Recomputed {
  const parts = by.of.map((one) => recompute(world, claim, one));
  const numbers = parts.map(({ value }) => (typeof value === 'number' ? value : Number.NaN));
  return {
    value: calculated(by, numbers),
    inputs: parts.flatMap(({ inputs }) => inputs),
    members: parts.flatMap(({ members }) => members),
    gaps: parts.flatMap(({ gaps }) => gaps),
  };
}

/** Division by zero, and growth from or to what is not positive, are missing. */
function calculated(by: Parameters<typeof arithmetic>[2], numbers: readonly number[]): number {
  const [first = Number.NaN, second = Number.NaN] = numbers;
  switch (by.op) {
    case 'sum':
      return numbers.reduce((sum, one) => sum + one, 0);
    case 'product':
      return numbers.reduce((product, one) => product * one, 1);
    case 'difference':
      return first - second;
    case 'ratio':
      return second === 0 ? Number.NaN : first / second;
    case 'change':
      return first === 0 ? Number.NaN : second / first - 1;
    case 'growth_per_year':
      return first > 0 && second > 0 ? (second / first) ** (1 / by.years) - 1 : Number.NaN;
  }
}

function named(world: ClaimWorld, claim: Claim, name: string): Recomputed {
  const constant = claim.constants.get(name);
  const published = claim.published.get(name);
  const found = constant ?? published;
  if (!found) return plain(Number.NaN);
  const unit = world.catalog.units.get(found.unit);
  const value = typeof found.value === 'number' ? found.value * (unit?.factor ?? 1) : Number.NaN;
  const input: ClaimInput = {
    address: null,
    label: found.label,
    city: null,
    indicator: null,
    period: null,
    value,
    unit: unit?.base ?? found.unit,
    counted: null,
    doubtful: false,
    reference: constant?.reference ?? claim.source.reference,
    mark: constant?.mark ?? claim.source.mark,
  };
  return { ...plain(value), inputs: [input] };
}

function oneValue(world: ClaimWorld, by: Of<'value'>): Recomputed {
  const city = world.register.byId.get(by.city);
  const panel = [world.listed, ...world.byLevel.values()].find((one) => one.cities.includes(by.city));
  if (!city || !panel) return { ...plain(Number.NaN), gaps: [absent(by.city)] };
  const input = inputOf(world, { city, panel, row: panel.cities.indexOf(by.city) }, by.indicator, by.period);
  const missing: ClaimGap = {
    reason: {
      en: `${city.name.en} has no ${input.label.en} of ${by.period}`,
      zh: `${city.name.zh}缺${by.period}年的${input.label.zh}`,
    },
    needs: {
      en: `a table with ${by.indicator} of ${by.period}`,
      zh: `含${by.period}年 ${by.indicator} 的表`,
    },
  };
  return { ...plain(input.value), inputs: [input], gaps: Number.isNaN(input.value) ? [missing] : [] };
}

function fromRegister(world: ClaimWorld, by: Of<'register'>): Recomputed {
  const city = world.register.byId.get(by.city);
  if (!city) return { ...plain(Number.NaN), gaps: [absent(by.city)] };
  const value = { type: city.type, level: city.level, batch_year: city.batch?.year }[by.field];
  return { ...plain(value ?? Number.NaN), members: [city.id] };
}

function absent(city: string): ClaimGap {
  return {
    reason: { en: `the register has no unit ${city}`, zh: `名录中没有 ${city}` },
    needs: { en: 'a pack with this unit', zh: '含该单位的数据包' },
  };
}

function baseOf({ catalog }: ClaimWorld, unit: Of<'same_base'>['of'][0]): string {
  return catalog.units.get(unit)?.base ?? unit;
}

function plain(value: number | string): Recomputed {
  return { value, inputs: [], members: [], gaps: [] };
}
