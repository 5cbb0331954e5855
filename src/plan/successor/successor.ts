import { present } from '../../base/index.js';
import {
  burdens,
  type Candidate,
  type Gate,
  type JudgedGate,
  type Successor,
  type SuccessorCriterion,
  successorCriteria,
} from './types.js';

/** Weights of the criteria, 0 or more; only their proportions count. */
export type SuccessorWeights = Readonly<Record<SuccessorCriterion, number>>;

/**
 * Candidates in the order in which a place should look at them: those with all gates open first, then those of which something is not
 * known, then those that are shut; among them by score. A score never opens a gate.
 *
 * Figures are scaled to 0…1 over the candidates; those of which less is better count negative. A missing figure has no part, and its
 * weight lies on those that are known.
 *
 * @param carbonMiddle carbon per unit above which an activity may strand, the median of the province; `NaN` where unknown
 */
export function successorsOf(
  candidates: readonly Candidate[],
  weights: SuccessorWeights,
  carbonMiddle: number,
): readonly Successor[] {
  const scaled = scales(candidates);
  const order = { eligible: 0, conditional: 1, shut: 2 } as const;
  return candidates
    .map((candidate): Successor => {
      const { activity, figures, controlled } = candidate;
      const gates = candidate.gates.map(judged);
      const shut = gates.some(({ state }) => state === 'shut');
      const unknown = gates.some(({ state }) => state === 'unknown');
      return {
        activity,
        ...scoreOf(figures, scaled, weights),
        gates,
        state: shut ? 'shut' : unknown ? 'conditional' : 'eligible',
        stranded: strandedBy(controlled, figures.carbon, carbonMiddle),
      };
    })
    .toSorted((a, b) => order[a.state] - order[b.state] || scoreOrder(a, b));
}

/** A better score first; without a score last; equal ones by name, so that the order of a table is of no influence. */
function scoreOrder(a: Successor, b: Successor): number {
  const [one, other] = [a, b].map(({ score }) => (Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score));
  if (one !== other) return (other as number) > (one as number) ? 1 : -1;
  return a.activity < b.activity ? -1 : a.activity > b.activity ? 1 : 0;
}

function strandedBy(controlled: boolean, carbon: number, middle: number): boolean | null {
  if (controlled) return true;
  return Number.isNaN(carbon) || Number.isNaN(middle) ? null : carbon > middle;
}

function judged(gate: Gate): JudgedGate {
  const { needs, has, sense } = gate;
  if (Number.isNaN(needs) || Number.isNaN(has)) return { ...gate, state: 'unknown', lacking: Number.NaN };
  const lacking = sense === 'least' ? needs - has : has - needs;
  return lacking > 0 ? { ...gate, state: 'shut', lacking } : { ...gate, state: 'open', lacking: 0 };
}

type Scales = ReadonlyMap<SuccessorCriterion, (value: number) => number>;

/** Least to most as 0 to 1; all the same is the middle. */
function scales(candidates: readonly Candidate[]): Scales {
  return new Map(
    successorCriteria.map((name) => {
      const values = present(candidates.map(({ figures }) => figures[name]));
      const [least, most] = [values[0] ?? Number.NaN, values.at(-1) ?? Number.NaN];
      return [
        name,
        (value: number) => (most > least ? (value - least) / (most - least) : value - least + 0.5),
      ];
    }),
  );
}

function scoreOf(figures: Candidate['figures'], scaled: Scales, weights: SuccessorWeights) {
  const whole = successorCriteria.reduce((sum, name) => sum + weights[name], 0);
  const there = successorCriteria.filter((name) => !Number.isNaN(figures[name]) && weights[name] > 0);
  const used = there.reduce((sum, name) => sum + weights[name], 0);
  const partOf = (name: SuccessorCriterion) => {
    if (!there.includes(name)) return Number.NaN;
    const value = (scaled.get(name) as (value: number) => number)(figures[name]);
    return ((burdens.includes(name) ? -value : value) * weights[name]) / used;
  };
  const parts = Object.fromEntries(successorCriteria.map((name) => [name, partOf(name)])) as Record<
    SuccessorCriterion,
    number
  >;
  const score = there.reduce((sum, name) => sum + parts[name], 0);
  return { score: used > 0 ? score : Number.NaN, parts, known: whole > 0 ? used / whole : Number.NaN };
}
