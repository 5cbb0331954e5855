import { id } from '../base/index.js';
import { frozenMap } from './freeze.js';
import type { RawRecomputation, RawUnitChoice } from './schema-claims.js';
import type { Definition } from './sources.js';
import type { Claim, Condition, Recomputation, UnitChoice } from './types.js';

/** A claim with its recomputations; what is left out gets its default. */
export function buildClaim(definition: Definition<'claims'>): Claim {
  const { raw, tree } = definition;
  const reference = id<'reference'>(raw.source.reference);
  return {
    file: tree.file,
    line: tree.line,
    id: definition.id,
    theme: definition.theme,
    claim: raw.claim,
    source: { ...raw.source, reference },
    constants: mapped(raw.constants, (one) => ({
      ...one,
      unit: id<'unit'>(one.unit),
      reference: one.reference === undefined ? reference : id<'reference'>(one.reference),
      mark: one.mark ?? raw.source.mark,
    })),
    published: mapped(raw.published, (one) => ({ ...one, unit: id<'unit'>(one.unit) })),
    readings: raw.readings.map((one) => ({
      id: one.id,
      if: one.if ?? null,
      figures: mapped(one.figures, buildRecomputation),
    })),
    beside: mapped(raw.beside, (one) => ({
      label: one.label,
      unit: id<'unit'>(one.unit),
      by: buildRecomputation(one.by),
    })),
    reason: raw.reason,
    about: raw.about,
    see: raw.see,
  };
}

function mapped<A, B>(from: Readonly<Record<string, A>>, make: (one: A) => B): ReadonlyMap<string, B> {
  return frozenMap(Object.entries(from).map(([name, one]) => [name, make(one)] as const));
}

function buildRecomputation(raw: RawRecomputation): Recomputation {
  if (typeof raw === 'string') return raw;
  switch (raw.op) {
    case 'sum':
    case 'product':
      return { op: raw.op, of: raw.of.map(buildRecomputation) };
    case 'ratio':
    case 'difference':
    case 'change':
      return { op: raw.op, of: pair(raw.of) };
    case 'growth_per_year':
      return { op: raw.op, of: pair(raw.of), years: raw.years };
    case 'count':
      return {
        ...over(raw.period ?? '', raw.units, raw.coverage),
        op: raw.op,
        when: (raw.when ?? null) as Condition | null,
      };
    case 'total':
    case 'pooled':
      return {
        ...over(raw.period, raw.units, raw.coverage),
        op: raw.op,
        indicator: id<'indicator'>(raw.indicator),
      };
    case 'mean':
      return {
        ...over(raw.period, raw.units, raw.coverage),
        op: raw.op,
        indicator: id<'indicator'>(raw.indicator),
        weight: raw.weight === undefined ? null : id<'indicator'>(raw.weight),
      };
    case 'value':
      return {
        op: raw.op,
        city: id<'city'>(raw.city),
        indicator: id<'indicator'>(raw.indicator),
        period: id<'period'>(raw.period),
      };
    case 'register':
      return { ...raw, city: id<'city'>(raw.city) };
    case 'same_base':
      return { op: raw.op, of: [id<'unit'>(raw.of[0]), id<'unit'>(raw.of[1])] };
    case 'cannot':
      return raw;
  }
}

function pair([first, second]: readonly [RawRecomputation, RawRecomputation]): [
  Recomputation,
  Recomputation,
] {
  return [buildRecomputation(first), buildRecomputation(second)];
}

function over(period: string, units: RawUnitChoice, coverage: number | undefined) {
  return { period: id<'period'>(period), units: choice(units), coverage: coverage ?? 1 };
}

function choice(raw: RawUnitChoice): UnitChoice {
  return {
    listed: raw.listed ?? null,
    levels: raw.levels ?? [],
    types: raw.types ?? [],
    batches: raw.batches ?? [],
    kinds: raw.kinds ?? [],
    resources: raw.resources ?? [],
    cities: (raw.cities ?? []).map((one) => id<'city'>(one)),
    outermost: raw.outermost ?? false,
  };
}
