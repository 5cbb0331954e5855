import {
  chainPartners,
  chainStates,
  chainVerdicts,
  complexityOf,
  extractionOf,
  type LedgerLine,
  ladderOf,
  linkagesOf,
  matchCases,
  modeOf,
  referenceSettings,
  similarTo,
  statementOf,
  successorsOf,
} from '../../src/plan/index.js';
import { column, type Examples } from './example.js';

/** Examples of docs/methods/plan. */
export const planExamples: Examples = {
  'plan.complexity': ({ values, activities, threshold }) => {
    const cells = column(values);
    const named = (count: number) => Array.from({ length: count }, (_, at) => String(at));
    const table = {
      places: named(cells.length / (activities as number)),
      activities: named(activities as number),
      values: cells,
    };
    const found = complexityOf(table, { ...referenceSettings, threshold: threshold as number });
    const { eci, pci, outlook: coi, density, gain: cog } = found;
    return { eigenvalue: found.eigenvalues[0], eci, pci, coi, density, cog };
  },
  'plan.successors': ({ weights, carbonMiddle, candidates }) => {
    const [density, pci, carbon] = weights as readonly [number, number, number];
    const none = { gain: Number.NaN, jobs: Number.NaN, skills: Number.NaN, water: Number.NaN };
    const list = (candidates as readonly Record<string, unknown>[]).map((one) => {
      const figures = column(one.figures) as unknown as [number, number, number];
      const [needs, has] = column([one.needs, one.has]) as unknown as [number, number];
      return {
        activity: one.activity as string,
        figures: { ...none, density: figures[0], pci: figures[1], carbon: figures[2] },
        gates: [{ name: 'gate', needs, has, sense: 'least' as const }],
        controlled: false,
      };
    });
    const found = successorsOf(
      list,
      { density, pci, carbon, gain: 0, jobs: 0, skills: 0, water: 0 },
      carbonMiddle as number,
    );
    return {
      order: found.map(({ activity }) => activity),
      state: found.map(({ state }) => state),
      score: found.map(({ score }) => score),
      known: found.map(({ known }) => known),
      lacking: found.map(({ gates }) => gates[0]?.lacking),
      stranded: found.map(({ stranded }) => stranded),
    };
  },
  'plan.match': ({ jobs, country, rules, cities, city, indicators, cases, spans, minimum }) => {
    const ends = ([first, last]: readonly number[]) => ({ first: first as number, last: last as number });
    const [resource = [], chain = [], outside = []] = jobs as readonly (readonly number[])[];
    const [chainOfAll = [], outsideOfAll = []] = country as readonly (readonly number[])[];
    const { label, lost, ...mode } = modeOf(
      { resource: ends(resource), chain: ends(chain), outside: ends(outside) },
      { chain: ends(chainOfAll), outside: ends(outsideOfAll) },
      rules as Parameters<typeof modeOf>[2],
    );
    const table = {
      values: column(cities),
      weights: new Float64Array(indicators as number).fill(1),
    };
    const near = similarTo(table, city as number, minimum as number);
    const [own, ...library] = (cases as readonly Record<string, unknown>[]).map((one) => ({
      resources: [one.resource as string],
      size: column([one.size])[0] as number,
      remoteness: column([one.remoteness])[0] as number,
      stage: (one.stage as string | undefined) ?? null,
      shrinkage: column([one.shrinkage])[0] as number,
    }));
    const found = matchCases(own as (typeof library)[number], library, {
      failures: library.map(({ stage }) => stage === null),
      spans: spans as Parameters<typeof matchCases>[2]['spans'],
      shown: 2,
      minimum: minimum as number,
    });
    return {
      mode: { label, lost, chain: mode.chain, outside: mode.outside, madeGood: mode.madeGood },
      similar: near.map(({ row, distance, shared }) => [row, distance, shared]),
      cases: found.map(({ at, distance, shared, asFailure }) => [at, distance, shared, asFailure]),
    };
  },
  'plan.chainPartners': ({ nodes, partners }) => {
    const [id] = nodes as readonly [string];
    const unknown = Number.NaN;
    const lacking = {
      id,
      name: id,
      stage: '',
      unitValue: unknown,
      carbon: unknown,
      quotient: unknown,
      density: unknown,
      productivity: unknown,
      localShare: unknown,
      scale: null,
      market: null,
    };
    const offered = (partners as readonly (readonly (number | null)[])[]).map(
      ([place, output, quotient, distance]) => ({
        place: String(place),
        node: id,
        output: output ?? unknown,
        quotient: quotient ?? unknown,
        distance: distance ?? unknown,
      }),
    );
    const bounds = { strongQuotient: 1, weakQuotient: 0.5, distance: Number.POSITIVE_INFINITY };
    const [found] = chainPartners({ nodes: [lacking], edges: [], firms: [] }, offered, bounds);
    return {
      order: found?.offers.map(({ place }) => Number(place)),
      states: found?.offers.map(({ state }) => state),
      partner: Number(found?.partner?.place),
    };
  },
  'plan.linkages': ({ flows, output, extract }) => {
    const outputs = column(output);
    const table = { sectors: Array.from(outputs, String), flows: column(flows), output: outputs };
    return { ...linkagesOf(table), lost: extractionOf(table, extract as number).lost };
  },
  'plan.restoration': ({ rate, lines }) => {
    const ledger = (lines as [number, LedgerLine['kind'], number, number][]).map(
      ([year, kind, amount, claimed]): LedgerLine => ({
        project: 'one',
        item: 'one',
        year,
        kind,
        amount,
        claimed,
        party: 'public',
        scope: 'investment',
        duty: null,
        land: false,
        ecosystem: false,
      }),
    );
    const ratio = new Map(ladderOf(ledger, rate as number).map((rung) => [rung.step, rung.ratio]));
    const { netValue, payBack } = statementOf(ledger, 'social', rate as number);
    return {
      claimed: ratio.get('claimed'),
      supported: ratio.get('supported'),
      all_investment: ratio.get('all_investment'),
      discounted: ratio.get('discounted'),
      netValue,
      payBack,
    };
  },
  'plan.chain': ({ nodes, present, edges }) => {
    const unknown = {
      unitValue: Number.NaN,
      carbon: Number.NaN,
      quotient: Number.NaN,
      density: Number.NaN,
      productivity: Number.NaN,
      localShare: Number.NaN,
      scale: null,
      market: null,
    };
    const chain = {
      nodes: (nodes as string[]).map((id) => ({ id, name: id, stage: '', ...unknown })),
      edges: (edges as [string, string, number][]).map(([from, to, share]) => ({ from, to, share })),
      firms: (present as string[]).map((node) => {
        return { firm: node, node, output: Number.NaN, jobs: Number.NaN, lead: false };
      }),
    };
    const bounds = { strongQuotient: 1, weakQuotient: 0.5, users: 2, largest: Number.POSITIVE_INFINITY };
    return {
      density: chainStates(chain).map(({ density }) => density),
      actions: chainVerdicts(chain, bounds).map(({ action }) => action),
    };
  },
};
