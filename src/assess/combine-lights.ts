import type { Direction, LightRule } from '../catalog/index.js';
import type { Judgement, Light } from './types.js';

const steps: readonly Light[] = ['red', 'yellow', 'green'];

/** Green from the target's green bound on, red beyond its red bound, both in the direction from red to green. */
export function targetLight(value: number, target: LightRule['target']): Light {
  if (!target || Number.isNaN(value)) return 'none';
  const sign = target.green >= target.red ? 1 : -1;
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

function push(light: Light): number {
  return light === 'green' ? 1 : light === 'red' ? -1 : 0;
}

function moved(light: Light, by: number): Light {
  return steps[Math.min(2, Math.max(0, steps.indexOf(light) + by))] as Light;
}
