import type { ChainRun, IndexScores, Scale } from '../assess/index.js';
import type { Language, Text } from '../base/index.js';
import { labelsOf } from './labels.js';
import type { ReportContext } from './types.js';

/** An index with all that an auditor needs to compute it anew in a spreadsheet. Missing is null. */
export interface Recompute {
  readonly index: string;
  readonly label: string;
  readonly lang: Language;
  /** Breadth first, the index itself first, so that siblings stand side by side. */
  readonly nodes: readonly RecomputeNode[];
  /** Values after imputation and treatment in base units: the reference rows first, which make the scales. */
  readonly values: readonly RecomputeValues[];
  /** How many rows of `values` are in the reference. */
  readonly reference: number;
  readonly periods: readonly RecomputePeriod[];
}

export interface RecomputeNode {
  readonly id: string;
  readonly label: string;
  /** Unit of the values of a leaf, a base unit such as `person`; empty for a branch. */
  readonly unit: string;
  /** Place in `nodes`; -1 for the index. */
  readonly parent: number;
  readonly depth: number;
  /** Share among the siblings. */
  readonly weight: number;
  readonly how: LeafRule | BranchRule;
}

/** How a leaf is scored: on a line between two values, or otherwise, when only its scores can be given. */
export type LeafRule =
  | {
      readonly kind: 'line';
      /** Column of the values. */
      readonly leaf: number;
      /** Values that have the scores `low` and `high`, which bound the score where `bounded`. */
      readonly worst: number;
      readonly best: number;
      readonly low: number;
      readonly high: number;
      readonly bounded: boolean;
      /** Quantile of the reference values, 0–1, at which `worst` and `best` lie; null where both are given otherwise. */
      readonly quantiles: readonly [worst: number, best: number] | null;
    }
  | { readonly kind: 'given'; readonly leaf: number };

/** How a branch follows from its children, which are missing together with their weights: as a weighted mean, or otherwise. */
export type BranchRule =
  | { readonly kind: 'mean'; readonly first: number; readonly last: number; readonly least: number }
  | { readonly kind: 'other'; readonly first: number; readonly last: number };

export interface RecomputeValues {
  readonly code: string;
  readonly name: string;
  readonly period: string;
  /** By leaf. */
  readonly values: readonly (number | null)[];
  /** As observed, by leaf, where a step before changed it. */
  readonly observed: readonly { readonly leaf: number; readonly value: number | null }[];
}

/** Scores of one period as the program has them; the reference comes first and is ranked. */
export interface RecomputePeriod {
  readonly period: string;
  readonly rows: readonly {
    /** Row of `values`. */
    readonly at: number;
    /** By node, 0–100 as a rule. */
    readonly scores: readonly (number | null)[];
    readonly rank: number | null;
    /** The unit that the report is about. */
    readonly own: boolean;
  }[];
}

/** What a workbook of one city needs to know beside the scores. */
export interface RecomputeCall {
  /** Null: of all units alike. */
  readonly city: string | null;
  readonly periods: readonly string[];
  readonly lang: Language;
  /** Code and name of a unit by its id. */
  readonly nameOf: (city: string) => { readonly adcode: string; readonly name: Text };
  /** Rank of a unit in a period; null is missing. */
  readonly rankOf: (period: string, city: string) => number | null;
}

/** Gathers values, scales, weights and scores of an index for the periods of a report. */
export function recomputeOf(
  scores: IndexScores,
  catalog: ReportContext['catalog'],
  call: RecomputeCall,
): Recompute {
  const { lang } = call;
  const labels = labelsOf(catalog, lang);
  const order = breadthFirst(scores);
  const rows = rowsOf(scores, call.city);
  const stride = scores.periods.length;
  const at = new Map(rows.map(({ cell }, row) => [cell, row]));
  const known = call.periods.filter((period) => scores.index.periods.includes(period as never));
  return {
    index: scores.index.id,
    label: scores.index.label[lang],
    lang,
    nodes: order.map((node) => ({
      ...nodeOf(scores, order, node),
      label: labels.name(scores.nodes[node]?.id ?? ''),
      unit: baseUnit(catalog, scores.nodes[node]?.indicator ?? null),
    })),
    values: rows.map(({ cell, row }) => {
      const { adcode, name } = call.nameOf(String(scores.cities[Math.floor(cell / stride)]));
      const period = String(scores.periods[cell % stride]);
      return { code: adcode, name: name[lang], period, ...valuesOf(scores.run, row) };
    }),
    reference: rows.filter(({ member }) => member).length,
    periods: known.map((period) => {
      const here = rows.filter(({ cell }) => scores.periods[cell % stride] === period);
      return {
        period,
        rows: here.map(({ cell, row }) => {
          const city = String(scores.cities[Math.floor(cell / stride)]);
          return {
            at: at.get(cell) as number,
            scores: order.map((node) => valueOf(scores.run.scores[scores.placeOf[node] as number]?.[row])),
            rank: call.rankOf(period, city),
            own: city === call.city,
          };
        }),
      };
    }),
  };
}

function valueOf(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Nodes level by level, children of one parent side by side. */
function breadthFirst({ nodes }: IndexScores): readonly number[] {
  const order = [0];
  for (let at = 0; at < order.length; at++) order.push(...(nodes[order[at] as number]?.children ?? []));
  return order;
}

/** Rows of the run: those of the reference by period and city, then those of the report's unit where it is not in it. */
function rowsOf(scores: IndexScores, city: string | null) {
  const members = new Set(scores.members);
  const stride = scores.periods.length;
  const rows = scores.periods.flatMap((_, period) =>
    scores.cities.flatMap((id, place) => {
      const cell = place * stride + period;
      const row = scores.rowOf[cell] ?? -1;
      const member = members.has(place);
      return row >= 0 && (member || id === city) ? [{ cell, row, member }] : [];
    }),
  );
  return [...rows.filter(({ member }) => member), ...rows.filter(({ member }) => !member)];
}

function valuesOf(run: ChainRun, row: number): Pick<RecomputeValues, 'values' | 'observed'> {
  const values = run.treated.map((column) => valueOf(column[row]));
  const raw = run.table.columns.map((column) => valueOf(column[run.rows[row] as number]));
  return {
    values,
    observed: raw.flatMap((value, leaf) => (value === values[leaf] ? [] : [{ leaf, value }])),
  };
}

function baseUnit({ indicators, units }: ReportContext['catalog'], indicator: string | null): string {
  const unit = indicators.get(indicator as never)?.unit;
  return unit === undefined ? '' : (units.get(unit)?.base ?? unit);
}

function nodeOf(
  scores: IndexScores,
  order: readonly number[],
  at: number,
): Omit<RecomputeNode, 'label' | 'unit'> {
  const node = scores.nodes[at] as IndexScores['nodes'][number];
  const parent = node.parent < 0 ? -1 : order.indexOf(node.parent);
  let depth = 0;
  for (let up = node.parent; up >= 0; up = scores.nodes[up]?.parent ?? -1) depth += 1;
  return {
    id: node.id,
    parent,
    depth,
    weight: node.weight,
    how: node.indicator === null ? branchRule(scores, order, at) : leafRule(scores, at),
  };
}

function branchRule({ nodes, run, placeOf }: IndexScores, order: readonly number[], at: number): BranchRule {
  const children = nodes[at]?.children ?? [];
  const places = {
    first: order.indexOf(children[0] as number),
    last: order.indexOf(children.at(-1) as number),
  };
  const engine = run.hierarchy.nodes[placeOf[at] as number];
  const rule = engine?.rule ?? run.chain.aggregate.at(-1);
  if (rule?.rule !== 'amean' || run.chain.weigh.method === 'correlation') return { kind: 'other', ...places };
  const share = engine?.minimumCoverage ?? run.chain.minimumCoverage ?? 0;
  // As the engine counts: a share such as 0.7 of ten children must not fail by a rounding of its product.
  return { kind: 'mean', ...places, least: Math.max(1, Math.ceil(share * children.length - 1e-9)) };
}

function leafRule({ run, placeOf, index }: IndexScores, at: number): LeafRule {
  const leaf = placeOf[at] as number;
  const scales = run.scales.map((byLeaf) => byLeaf[leaf] as Scale);
  const scale = scales[0];
  const indicator = run.kept.indicators[leaf];
  if (scale?.kind !== 'linear' || scales.some((other) => other !== scale)) return { kind: 'given', leaf };
  const { from, span, low, width, bounds } = scale;
  const { normalise } = index.steps;
  const fromValues = normalise.method === 'minmax' && !run.chain.normaliseOne.has(indicator?.code ?? '');
  const trim = normalise.trim;
  const more = indicator?.direction !== -1;
  return {
    kind: 'line',
    leaf,
    worst: from,
    best: from + span,
    low,
    high: low + width,
    bounded: bounds !== null,
    quantiles: fromValues ? (more ? [trim, 1 - trim] : [1 - trim, trim]) : null,
  };
}
