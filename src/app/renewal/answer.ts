import { type Issue, issue, toEdge } from '../../base/index.js';
import { type Balance, balanceOf, type Outside, type Sequence } from '../../plan/index.js';
import type { SavedFile } from '../tables/save-sheets.js';
import type { RenewalOptions } from './call.js';
import type { Exemption, RedLineRow } from './lines.js';
import type { ParcelRow } from './parcels.js';
import type { RenewalSolved } from './solve.js';
import type { GivenProject } from './tables.js';

/** What `renewal` answers. */
export interface RenewalAnswer {
  /** `optimal`: proven; `feasible`: a limit came first, and `gap` says how far the bound is. */
  readonly status: 'optimal' | 'feasible';
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  /** What is done, by year. */
  readonly schedule: readonly { readonly project: string; readonly year: number }[];
  readonly spending: readonly SpendingRow[];
  readonly valueUnit: 'yuan' | 'score' | null;
  readonly livelihood: { readonly required: number; readonly share: number | null };
  readonly projects: readonly ProjectRow[];
  readonly outside: readonly OutsideRow[];
  readonly robustness: RobustnessAnswer | null;
  readonly redLines: readonly RedLineRow[];
  readonly exemptions: readonly Exemption[];
  readonly rents: readonly {
    readonly year: number;
    readonly rise: number;
    readonly limit: number;
    readonly kept: boolean;
  }[];
  readonly balance: readonly BalanceRow[];
  readonly parcels: readonly ParcelRow[];
  readonly issues: readonly Issue[];
  readonly files: readonly SavedFile[];
}

export interface SpendingRow {
  readonly year: number;
  readonly spent: number;
  readonly budget: number;
  /** Value that one more of this year's money brings, by the dual of the relaxation. */
  readonly marginal: number | null;
}

export interface ProjectRow {
  readonly project: string;
  readonly kind: string;
  readonly cost: number;
  readonly value: number;
  readonly livelihood: boolean;
  /** `null`: not done. */
  readonly year: number | null;
  /** Share of the draws of other costs whose plan does it; `null` without draws. */
  readonly stays: number | null;
}

export interface OutsideRow {
  readonly project: string;
  /** Year whose budget needs least more, the rest of the plan unchanged; `null` where none lets it in. */
  readonly year: number | null;
  readonly more: number | null;
  /** Value it lacks at the marginal value of money. */
  readonly shortfall: number | null;
  readonly barred: Outside['barred'];
}

export interface RobustnessAnswer {
  readonly spread: number;
  readonly draws: number;
  readonly seed: number;
  readonly lower: OtherPlan;
  readonly higher: OtherPlan;
}

/** A plan at other costs: its value, and the share of this plan's projects that it does too. */
export interface OtherPlan {
  readonly objective: number | null;
  readonly kept: number | null;
}

export interface BalanceRow {
  readonly project: string;
  readonly yearly: number | null;
  readonly payBack: number | null;
  readonly paid: readonly number[];
  readonly netValue: number | null;
  readonly netValueWithoutLand: number | null;
  readonly onlyByLand: boolean;
}

/** The part of the answer that the solver's findings make. */
export function plannedOf(
  projects: readonly GivenProject[],
  years: readonly number[],
  budgets: readonly number[],
  { plan, prices, outside, robust }: RenewalSolved,
  options: RenewalOptions,
) {
  const yearAt = (at: number) => years[plan.starts[at] as number] ?? null;
  const done = projects.flatMap(({ project }, at) => {
    const year = yearAt(at);
    return year === null ? [] : [{ project, year }];
  });
  return {
    objective: plan.objective,
    bound: plan.bound,
    gap: plan.gap,
    schedule: done.toSorted((a, b) => a.year - b.year),
    spending: years.map(
      (year, at): SpendingRow => ({
        year,
        spent: plan.spent[at] as number,
        budget: budgets[at] as number,
        marginal: toEdge(prices[at] as number),
      }),
    ),
    livelihood: { required: options.livelihoodShare, share: toEdge(livelihoodShare(projects, plan)) },
    projects: projects.map(
      ({ project, kind, cost, value, livelihood }, at): ProjectRow => ({
        project,
        kind,
        cost,
        value,
        livelihood,
        year: yearAt(at),
        stays: toEdge(robust?.stays[at] ?? Number.NaN),
      }),
    ),
    outside: outside.map(
      ({ project, year, more, shortfall, barred }): OutsideRow => ({
        project: projects[project]?.project as string,
        year: years[year] ?? null,
        more: toEdge(more),
        shortfall: toEdge(shortfall),
        barred,
      }),
    ),
    robustness: robustnessOf(plan, robust, options),
  };
}

function livelihoodShare(projects: readonly GivenProject[], { starts }: Sequence): number {
  const sum = (pick: (one: GivenProject) => boolean) =>
    projects.reduce((all, one, at) => ((starts[at] as number) >= 0 && pick(one) ? all + one.cost : all), 0);
  return sum(({ livelihood }) => livelihood) / sum(() => true);
}

function robustnessOf(
  plan: Sequence,
  robust: RenewalSolved['robust'],
  { robust: { spread, draws, seed } }: RenewalOptions,
): RobustnessAnswer | null {
  if (robust === null) return null;
  const own = [...plan.starts.keys()].filter((at) => (plan.starts[at] as number) >= 0);
  const other = ({ objective, starts }: Sequence): OtherPlan => ({
    objective: toEdge(objective),
    kept: toEdge(own.filter((at) => (starts[at] as number) >= 0).length / own.length),
  });
  return { spread, draws, seed, lower: other(robust.lower), higher: other(robust.higher) };
}

/** Operation of each project that the table says something of, and what pays only by land. */
export function balancesOf(table: string, projects: readonly GivenProject[], options: RenewalOptions) {
  const found = projects.flatMap(({ project, operation }) =>
    operation === null
      ? []
      : [{ project, balance: balanceOf(operation, options.operatingYears, options.discount) }],
  );
  return {
    rows: found.map(({ project, balance }) => balanceRow(project, balance)),
    issues: found.flatMap(({ project, balance }) =>
      balance.onlyByLand
        ? [
            issue('RENEWAL_LAND_SALE', 'warning', `${table}: ${project}`, {
              found: balance.netValueWithoutLand.toFixed(0),
            }),
          ]
        : [],
    ),
  };
}

function balanceRow(project: string, balance: Balance): BalanceRow {
  const { yearly, payBack, paid, netValue, netValueWithoutLand, onlyByLand } = balance;
  return {
    project,
    yearly: toEdge(yearly),
    payBack: toEdge(payBack),
    paid,
    netValue: toEdge(netValue),
    netValueWithoutLand: toEdge(netValueWithoutLand),
    onlyByLand,
  };
}
