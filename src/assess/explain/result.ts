import type { CityId, IndicatorId, Period, Text, Unit } from '../../base/index.js';
import type { CellSource } from '../../observe/index.js';
import { type Address, formatAddress, parseAddress, type ResultAddress } from '../address.js';
import { earlierPeriod } from '../operators.js';
import type { Explanation } from '../types.js';
import { rowGroups } from './group.js';
import { computationNode, missingNode, settingNode, sourceNode } from './nodes.js';
import { indicatorWords, once, titled, type Walk } from './walk.js';

/** A number of a command's answer, as whoever made the answer knows it; `NaN` is missing. */
export interface ResultNumber {
  readonly label: Text;
  readonly value: number;
  readonly unit: string;
  readonly how: Text;
  /** Page below `docs/methods/`. */
  readonly method: string;
  readonly remarks?: readonly Text[];
  readonly inputs: readonly ResultInput[];
}

/** What a number was made from. */
export type ResultInput =
  /** The address of another number. */
  | string
  /** A step on the way that has no address of its own. */
  | (ResultNumber & { readonly input: 'step' })
  /** A cell, or a sum of cells, of a table that somebody gave. */
  | (ResultWords & { readonly input: 'cell'; readonly source: CellSource })
  /** Set in the catalog or with the call: a weight, a coefficient, a budget. */
  | (ResultWords & {
      readonly input: 'setting';
      readonly how: Text;
      readonly references: readonly string[];
      readonly file: string;
    })
  /** The values of many units at once: told by their rows, not one by one. */
  | (Omit<ResultNumber, 'inputs'> & {
      readonly input: 'units';
      readonly indicator: IndicatorId;
      readonly period: Period;
      readonly cities: readonly CityId[];
    });

type ResultWords = Pick<ResultNumber, 'label' | 'value' | 'unit' | 'remarks'>;

/** Opens any other number; null where there is none. */
type Open = (address: Address, walk: Walk) => Explanation | null;

/** A number of a command's answer with everything it was made from; null where the answer has no such number. */
export function explainResult(walk: Walk, address: ResultAddress, open: Open): Explanation | null {
  const id = formatAddress(address);
  const known = walk.done.get(id);
  if (known) return known;
  const number = walk.results?.(address);
  return number ? once(walk, id, () => numberNode(walk, id, number, open)) : null;
}

function numberNode(walk: Walk, id: string, number: ResultNumber, open: Open): Explanation {
  const { value, unit, inputs, ...words } = number;
  const shared = { ...words, id, value, unit: unit as Unit };
  if (inputs.length === 0 && Number.isNaN(value)) return missingNode(walk.catalog, shared);
  return computationNode(walk.catalog, {
    ...shared,
    inputs: inputs.map((input, at) => inputNode(walk, `${id}#${at + 1}`, input, open)),
  });
}

function inputNode(walk: Walk, id: string, input: ResultInput, open: Open): Explanation {
  if (typeof input === 'string') return open(parseAddress(input), walk) ?? absent(walk, input);
  const { label, value, remarks = [] } = input;
  const shared: Shared = { id, label, value, unit: input.unit as Unit, remarks };
  switch (input.input) {
    case 'step':
      return numberNode(walk, id, input, open);
    case 'setting':
      return settingNode(walk.catalog, {
        ...shared,
        how: input.how,
        references: input.references,
        file: input.file,
      });
    case 'cell':
      return cellNode(walk, shared, input.source);
    case 'units':
      return unitsNode(walk, shared, input);
  }
}

/** Where no unit has a value there is nothing to read: a gap. */
function unitsNode(walk: Walk, shared: Shared, input: Units): Explanation {
  const inputs = unitRows(walk, shared.id, input);
  const { how, method } = input;
  if (inputs.length === 0) return missingNode(walk.catalog, { ...shared, how });
  return computationNode(walk.catalog, { ...shared, how, method, inputs });
}

function absent(walk: Walk, address: string): Explanation {
  return missingNode(walk.catalog, {
    id: address,
    label: { en: address, zh: address },
    unit: '' as Unit,
    how: { en: 'no such number', zh: '没有这个数值' },
  });
}

interface Shared {
  readonly id: string;
  readonly label: Text;
  readonly value: number;
  readonly unit: Unit;
  readonly remarks: readonly Text[];
}

function cellNode(walk: Walk, shared: Shared, source: CellSource): Explanation {
  if (Number.isNaN(shared.value)) {
    const { value: _value, ...rest } = shared;
    const how = {
      en: `empty in ${source.file}, ${source.locator}`,
      zh: `${source.file} 中为空，${source.locator}`,
    };
    return missingNode(walk.catalog, { ...rest, how });
  }
  const how = {
    en: `read from ${source.file}, ${source.locator}`,
    zh: `读自 ${source.file}，${source.locator}`,
  };
  return sourceNode({ ...shared, how, source });
}

type Units = Extract<ResultInput, { readonly input: 'units' }>;

/** The rows behind the values of many units, by observed indicator and file. */
function unitRows(walk: Walk, id: string, { indicator, period, cities }: Units): readonly Explanation[] {
  const members = new Set<CityId>(cities);
  const places = walk.panel.cities.flatMap((city, at) => (members.has(city) ? [at] : []));
  return observedBelow(walk, indicator, period).flatMap((below) => {
    const { label } = indicatorWords(walk.catalog, below.indicator);
    const one = { walk, period: below.period, cities: places };
    return rowGroups(one, below.indicator).map((rows) =>
      sourceNode({
        id: `${id}-${below.indicator}-${below.period}-${rows.source.file}`,
        label: titled(label, { en: `${below.period}, units`, zh: `${below.period}，单位数` }),
        value: rows.units,
        unit: 'count' as Unit,
        how: {
          en: `values of ${rows.units} units read from ${rows.source.title.en}: ${rows.locator}`,
          zh: `${rows.units} 个单位的数值，读自${rows.source.title.zh}：${rows.locator}`,
        },
        source: { ...rows.source, locator: rows.locator },
      }),
    );
  });
}

interface Below {
  readonly indicator: IndicatorId;
  readonly period: Period;
}

/** The observed indicators a value comes from, each once. */
function observedBelow(walk: Walk, indicator: IndicatorId, period: Period): readonly Below[] {
  const found = new Map<string, Below>();
  const visit = (one: IndicatorId, when: Period): void => {
    const formula = walk.catalog.indicators.get(one)?.formula ?? null;
    if (formula === null) {
      found.set(`${one}/${when}`, { indicator: one, period: when });
      return;
    }
    const before =
      formula.op === 'growth'
        ? walk.panel.periods[earlierPeriod(walk.panel.periods, when, formula.years)]
        : undefined;
    for (const input of formula.of) {
      visit(input, when);
      if (before !== undefined) visit(input, before);
    }
  };
  visit(indicator, period);
  return [...found.values()];
}
