import { chainStates } from './state.js';
import type { Chain, ChainBounds } from './types.js';

/** What a partner city is said to have of a node. Figures are `NaN` where nobody knows them. */
export interface ChainPartner {
  readonly place: string;
  readonly node: string;
  readonly output: number;
  readonly quotient: number;
  /** Kilometres by the way goods take, from 0. */
  readonly distance: number;
}

/** Whether a partner can close a gap: at home in the node, has it, has little of it, is too far, or nothing is known. */
export const partnerStates = ['strong', 'has', 'weak', 'far', 'unknown'] as const;
export type PartnerState = (typeof partnerStates)[number];

export interface PartnerOffer extends ChainPartner {
  readonly state: PartnerState;
}

/** Partners for a node that the place lacks, the nearest of the strong ones first. */
export interface NodePartners {
  readonly node: string;
  readonly offers: readonly PartnerOffer[];
  /** The first, where it is strong or has the node; null where the gap stays. */
  readonly partner: PartnerOffer | null;
}

export interface PartnerBounds extends Pick<ChainBounds, 'strongQuotient' | 'weakQuotient'> {
  /** Kilometres beyond which a partner is too far; infinite where nobody has set it. */
  readonly distance: number;
}

/**
 * Which nodes that a place lacks a partner city has: the gap is then closed by buying there or by a common chain rather than by building.
 * A place lacks what is absent, what nobody has looked for, and what has a quotient below the weak bound. A partner is strong from the
 * strong quotient on; without a quotient an output above 0 says that it has the node; a rule whose figures are missing does not apply.
 */
export function chainPartners(
  chain: Chain,
  partners: readonly ChainPartner[],
  bounds: PartnerBounds,
): readonly NodePartners[] {
  const states = chainStates(chain);
  return chain.nodes.flatMap(({ id, quotient }, at) => {
    if (states[at]?.present === true && !(quotient < bounds.weakQuotient)) return [];
    const offers = partners
      .filter(({ node }) => node === id)
      .map((one): PartnerOffer => ({ ...one, state: stateOf(one, bounds) }))
      .toSorted(nearestFirst);
    const [first] = offers;
    const able = first !== undefined && (first.state === 'strong' || first.state === 'has');
    return [{ node: id, offers, partner: able ? first : null }];
  });
}

function stateOf({ output, quotient, distance }: ChainPartner, bounds: PartnerBounds): PartnerState {
  if (output === 0 || quotient < bounds.strongQuotient) return 'weak';
  if (distance > bounds.distance) return 'far';
  if (quotient >= bounds.strongQuotient) return 'strong';
  return output > 0 ? 'has' : 'unknown';
}

/** By state, then by distance with unknown ones last, then by name, so that the order of rows does not matter. */
function nearestFirst(one: PartnerOffer, other: PartnerOffer): number {
  const far = (value: number) => (Number.isNaN(value) ? Number.MAX_VALUE : value);
  return (
    partnerStates.indexOf(one.state) - partnerStates.indexOf(other.state) ||
    far(one.distance) - far(other.distance) ||
    (one.place < other.place ? -1 : 1)
  );
}
