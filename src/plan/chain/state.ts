import type { Chain, ChainFirm, NodeState } from './types.js';

/** What the place has of each node, in their order. */
export function chainStates({ nodes, edges, firms }: Chain): readonly NodeState[] {
  const byNode = new Map<string, ChainFirm[]>();
  for (const firm of firms) byNode.set(firm.node, [...(byNode.get(firm.node) ?? []), firm]);
  const here = new Map(nodes.map((node) => [node.id, byNode.has(node.id) || node.here]));
  const has = (id: string) => here.get(id) === true;
  return nodes.map(({ id, density, here: stated }) => {
    const own = byNode.get(id) ?? [];
    const links = edges.filter(({ from, to }) => from === id || to === id);
    const other = ({ from, to }: (typeof links)[number]) => (from === id ? to : from);
    const near = links.filter((link) => has(other(link)));
    const whole = sum(links.map(({ share }) => share));
    return {
      id,
      present: has(id),
      known: here.get(id) !== null,
      complete: stated !== true,
      firms: own.length,
      output: known(own, 'output'),
      jobs: known(own, 'jobs'),
      lead: own.some(({ lead }) => lead),
      largest: stated === true ? Number.NaN : largestOf(own),
      users: links.filter(({ from, to }) => from === id && has(to)).map(({ to }) => to),
      suppliers: links.filter(({ from, to }) => to === id && has(from)).map(({ from }) => from),
      density: Number.isNaN(density) ? sum(near.map(({ share }) => share)) / whole : density,
      densityFrom: Number.isNaN(density) ? 'chain' : 'given',
    };
  });
}

/** Sum over the firms that say it; `NaN` where none does. */
function known(firms: readonly ChainFirm[], figure: 'output' | 'jobs'): number {
  const values = firms.map((firm) => firm[figure]).filter((value) => !Number.isNaN(value));
  return values.length === 0 ? Number.NaN : sum(values);
}

/** Missing where a firm's output is: the unknown one might be the largest. */
function largestOf(firms: readonly ChainFirm[]): number {
  const outputs = firms.map(({ output }) => output);
  if (outputs.length === 0 || outputs.some(Number.isNaN)) return Number.NaN;
  const whole = sum(outputs);
  return whole > 0 ? Math.max(...outputs) / whole : Number.NaN;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
