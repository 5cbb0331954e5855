import { present, quantile } from '../../base/index.js';
import { chainStates } from './state.js';
import type { Chain, ChainBounds, ChainNode, ChainReason, ChainVerdict, NodeState } from './types.js';

/** What the rules see of all nodes. */
interface Sight {
  readonly states: ReadonlyMap<string, NodeState>;
  readonly nodes: ReadonlyMap<string, ChainNode>;
  /** Medians over nodes, `NaN` where none is known. */
  readonly density: number;
  readonly productivity: number;
  readonly bounds: ChainBounds;
}

/**
 * What to do about each node of a chain. In this order: what is present and strong but poor or of a single hand is strengthened; what is
 * absent or weak and fails the test of scale or market is given up; what is absent or weak, near, and bought outside by several local
 * users is filled; what is absent, near, and worth more than a local product that leaves unworked is extended to. A rule whose figures
 * are missing does not apply. Where nobody knows whether the place has a node, nothing is proposed; its evidence says what would be if
 * it were absent.
 */
export function chainVerdicts(chain: Chain, bounds: ChainBounds): readonly ChainVerdict[] {
  const states = chainStates(chain);
  const middle = (values: readonly number[]) => quantile(present(values), 0.5);
  const sight: Sight = {
    states: new Map(states.map((state) => [state.id, state])),
    nodes: new Map(chain.nodes.map((node) => [node.id, node])),
    density: middle(states.map(({ density }) => density)),
    productivity: middle(chain.nodes.map(({ productivity }) => productivity)),
    bounds,
  };
  return chain.nodes.map((node) => {
    const state = sight.states.get(node.id) as NodeState;
    if (!state.known) return notLooked(node, state, sight);
    return (
      strengthened(node, state, sight) ??
      givenUp(node, state, sight) ??
      filled(node, state, sight) ??
      extended(node, state, sight) ??
      left(node, state, sight)
    );
  });
}

function isWeak({ quotient }: ChainNode, { present: there }: NodeState, { bounds }: Sight): boolean {
  return !there || quotient < bounds.weakQuotient;
}

function strengthened(node: ChainNode, state: NodeState, sight: Sight): ChainVerdict | null {
  const { bounds, productivity } = sight;
  if (!state.present || !(node.quotient >= bounds.strongQuotient || state.lead)) return null;
  const told = { quotient: node.quotient, lead: state.lead ? 1 : 0, firms: state.firms };
  if (node.productivity < productivity)
    return verdict(node, 'strengthen', 'low_productivity', {
      ...told,
      productivity: node.productivity,
      median: productivity,
    });
  // One firm, or nearly all of one, on which local users hang.
  const single = state.complete && state.firms === 1;
  if (state.users.length > 0 && (single || state.largest >= bounds.largest))
    return verdict(node, 'strengthen', 'single_supplier', {
      ...told,
      largest: single ? 1 : state.largest,
      users: state.users.join(' '),
    });
  return null;
}

function filled(node: ChainNode, state: NodeState, sight: Sight): ChainVerdict | null {
  const { bounds, density } = sight;
  // Local users buy outside what is not made here, or what they say they do not buy here.
  const outside = !state.present || node.localShare < 1;
  if (!isWeak(node, state, sight) || state.users.length < bounds.users || !outside) return null;
  if (!(state.density > density)) return null;
  return verdict(node, 'fill', 'bought_outside', {
    users: state.users.join(' '),
    quotient: node.quotient,
    localShare: state.present ? node.localShare : 0,
    ...nearness(state, density),
  });
}

function extended(node: ChainNode, state: NodeState, sight: Sight): ChainVerdict | null {
  const { states, nodes, density } = sight;
  if (state.present || !(state.density > density)) return null;
  // A local product that no local node works up, and that is worth less than what would be made of it.
  const raw = state.suppliers.filter((id) => {
    const value = (nodes.get(id) as ChainNode).unitValue;
    return (states.get(id) as NodeState).users.length === 0 && value < node.unitValue;
  });
  const [from] = raw;
  if (from === undefined) return null;
  return verdict(node, 'extend', 'sold_raw', {
    from: raw.join(' '),
    unitValue: node.unitValue,
    rawValue: (nodes.get(from) as ChainNode).unitValue,
    ...nearness(state, density),
  });
}

function givenUp(node: ChainNode, state: NodeState, sight: Sight): ChainVerdict | null {
  const { density } = sight;
  if (!isWeak(node, state, sight)) return null;
  const reason: ChainReason | null =
    node.scale === false ? 'no_scale' : node.market === false ? 'no_market' : null;
  return reason && verdict(node, 'give-up', reason, { ...nearness(state, density), firms: state.firms });
}

function notLooked(node: ChainNode, state: NodeState, sight: Sight): ChainVerdict {
  const absent = givenUp(node, state, sight) ?? filled(node, state, sight) ?? extended(node, state, sight);
  return verdict(node, 'none', 'not_looked', {
    ...nearness(state, sight.density),
    ...(absent !== null && { ...absent.evidence, ifAbsent: absent.action, ifAbsentRule: absent.reason }),
  });
}

function left(node: ChainNode, state: NodeState, { density }: Sight): ChainVerdict {
  const evidence = { firms: state.firms, quotient: node.quotient, ...nearness(state, density) };
  if (state.present)
    return verdict(node, 'none', Number.isNaN(node.quotient) ? 'unknown' : 'sound', evidence);
  return verdict(node, 'none', Number.isNaN(state.density) ? 'unknown' : 'not_near', evidence);
}

function nearness({ density, densityFrom }: NodeState, median: number) {
  return { density, densityFrom, densityMedian: median };
}

function verdict(
  { id }: ChainNode,
  action: ChainVerdict['action'],
  reason: ChainReason,
  evidence: ChainVerdict['evidence'],
): ChainVerdict {
  return { node: id, action, reason, evidence };
}
