import { id, sameText } from '../../../base/index.js';
import type {
  Catalog,
  Claim,
  ClaimReading,
  Condition,
  PublishedFigure,
  Recomputation,
  UnitChoice,
  UnitDefinition,
} from '../../../catalog/index.js';
import type { Panel } from '../../../observe/index.js';
import type { Register } from '../../../register/index.js';
import type { ClaimWorld } from '../types.js';

/** Claims and worlds for the tests of this folder and the examples of its method pages. */

export const allUnits: UnitChoice = {
  listed: null,
  levels: [],
  types: [],
  batches: [],
  kinds: [],
  resources: [],
  cities: [],
  outermost: false,
};

export function figure(value: number | string, more: Partial<PublishedFigure> = {}): PublishedFigure {
  return { label: sameText('figure'), value, unit: id<'unit'>('ratio'), is: 'eq', tolerance: 0, ...more };
}

export function count(when: Condition | null, period = '2020', units: UnitChoice = allUnits): Recomputation {
  return { op: 'count', when, period: id<'period'>(period), units, coverage: 1 };
}

interface Parts {
  readonly published?: Readonly<Record<string, PublishedFigure>>;
  readonly constants?: Readonly<Record<string, number>>;
  readonly readings: readonly Readonly<Record<string, Recomputation>>[];
  readonly beside?: Readonly<Record<string, Recomputation>>;
}

/** A claim; readings after the first have a condition. */
export function claimOf({ published, constants = {}, readings, beside = {} }: Parts): Claim {
  const reading = (figures: Readonly<Record<string, Recomputation>>, at: number): ClaimReading => ({
    id: `reading_${at + 1}`,
    if: at === 0 ? null : sameText(`condition ${at}`),
    figures: new Map(Object.entries(figures)),
  });
  const unit = id<'unit'>('ratio');
  return {
    id: 'sample',
    theme: 'sample',
    claim: sameText('sample'),
    source: { reference: id<'reference'>('sample'), where: 'page 1', mark: 'S' },
    constants: new Map(
      Object.entries(constants).map(([name, value]) => [
        name,
        { label: sameText(name), value, unit, reference: id<'reference'>('sample'), mark: 'S' },
      ]),
    ),
    published: new Map(Object.entries(published ?? { figure: figure(1) })),
    readings: readings.map(reading),
    beside: new Map(Object.entries(beside).map(([name, by]) => [name, { label: sameText(name), unit, by }])),
    reason: sameText('because'),
    about: [],
    see: [],
    file: 'claims/sample.yaml',
    line: 1,
  };
}

export function world(catalog: Catalog, register: Register, listed: Panel): ClaimWorld {
  return { catalog, register, listed, byLevel: new Map() };
}

/** A unit of the catalog: so many of its base. */
export function unitOf(name: string, base: string | null, factor: number): UnitDefinition {
  return {
    id: id<'unit'>(name),
    label: sameText(name),
    base: base === null ? null : id<'unit'>(base),
    factor,
    per: null,
    display: null,
    digits: 1,
    aliases: [],
  };
}
