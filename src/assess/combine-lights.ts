import type { Direction, LightRule } from '../catalog/index.js';
import type { Judgement, Light, Mismatch } from './types.js';

const steps: readonly Light[] = ['red', 'yellow', 'green'];

/**
 * Green from the target's green bound on, red beyond its red bound, both in the direction from red to green. Where the two
 * are one bound there is no yellow, and the direction is the indicator's.
 */
export function targetLight(
  value: number,
  target: Pick<NonNullable<LightRule['target']>, 'green' | 'red'> | null,
  better: Direction = 'more',
): Light {
  if (!target || Number.isNaN(value)) return 'none';
  const rising = target.green === target.red ? better !== 'less' : target.green > target.red;
  const sign = rising ? 1 : -1;
  if (sign * (value - target.green) >= 0) return 'green';
  return sign * (value - target.red) < 0 ? 'red' : 'yellow';
}

/** Green from one bound of the class on, red beyond the other; bounds as `peerBounds` gives them. */
export function peerLight(
  value: number,
  bounds: { readonly green: number; readonly red: number },
  better: Direction,
): Light {
  if (Number.isNaN(value) || (better !== 'more' && better !== 'less')) return 'none';
  const sign = better === 'more' ? 1 : -1;
  if (sign * (value - bounds.green) >= 0) return 'green';
  return sign * (value - bounds.red) < 0 ? 'red' : 'yellow';
}

/**
 * Green for a change to the better, red to the worse, yellow inside the dead band.
 *
 * @param band share of the earlier value: 0.02 is ±2 %
 */
export function trendLight(value: number, earlier: number, better: Direction, band: number): Light {
  if (Number.isNaN(value) || Number.isNaN(earlier) || (better !== 'more' && better !== 'less')) return 'none';
  const change = value - earlier;
  if (Math.abs(change) <= band * Math.abs(earlier)) return 'yellow';
  return change > 0 === (better === 'more') ? 'green' : 'red';
}

/** What three judgements come to, and which of them carried it. */
export type Combined = Pick<Judgement, 'final' | 'basis'>;

/**
 * The base is the target, which peers and trend together move by at most one step; without a target it is the peers'
 * light, which the trend moves by at most one step. The trend alone counts only where the rule asks for nothing else.
 * Where no judgement can be made the light is `none`: missing is never green.
 *
 * @param asksPeers whether the rule compares with peers, so that too few of them leave the light open
 */
export function combineLights(target: Light, peers: Light, trend: Light, asksPeers: boolean): Combined {
  if (target !== 'none') {
    return { final: moved(target, Math.sign(push(peers) + push(trend))), basis: 'target' };
  }
  if (peers !== 'none') return { final: moved(peers, push(trend)), basis: 'peers' };
  if (trend !== 'none' && !asksPeers) return { final: trend, basis: 'trend' };
  return { final: 'none', basis: 'none' };
}

/** What an indicator is judged by, the people included. */
export interface AllJudgements {
  readonly target: Light;
  readonly people: Light;
  readonly peers: Light;
  readonly trend: Light;
  /** Whether the rule compares with peers, so that too few of them leave the light open. */
  readonly asksPeers: boolean;
  /** Whether the indicator has a value. */
  readonly measured: boolean;
}

/**
 * The worse of target and people is the base, which peers and trend together move by at most one step. Without both it is
 * as `combineLights` has it. Content people do not make up for a value that nobody measured: it stays without a light;
 * discontent ones do light it. Colours are never averaged.
 *
 * `objective` is what the figures alone come to; a mismatch is green against red, whichever says which.
 */
export function combineAll(
  given: AllJudgements,
): Combined & { readonly objective: Light; readonly mismatch: Mismatch | null } {
  const { target, people, peers, trend, asksPeers } = given;
  const alone = combineLights(target, peers, trend, asksPeers);
  const objective = alone.final;
  if (people === 'none') return { ...alone, objective, mismatch: null };
  if (!given.measured) {
    const final = people === 'green' ? 'none' : people;
    return { final, basis: final === 'none' ? 'none' : 'people', objective, mismatch: null };
  }
  const fromTarget = target !== 'none' && steps.indexOf(target) <= steps.indexOf(people);
  const base = fromTarget ? target : people;
  const final = moved(base, Math.sign(push(peers) + push(trend)));
  return {
    final,
    basis: fromTarget ? 'target' : 'people',
    objective,
    mismatch: mismatchOf(objective, people),
  };
}

function mismatchOf(objective: Light, people: Light): Mismatch | null {
  if (objective === 'green' && people === 'red') return 'people_worse';
  return objective === 'red' && people === 'green' ? 'people_better' : null;
}

function push(light: Light): number {
  return light === 'green' ? 1 : light === 'red' ? -1 : 0;
}

function moved(light: Light, by: number): Light {
  return steps[Math.min(2, Math.max(0, steps.indexOf(light) + by))] as Light;
}
