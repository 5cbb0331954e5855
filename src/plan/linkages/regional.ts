import type { FlowTable } from './types.js';

/** Jobs by sector, in the order of the table. */
export interface SectorJobs {
  readonly city: Float64Array;
  readonly country: Float64Array;
}

/**
 * A table of a city from that of its country by Flegg's location quotient (Flegg and Webber 1997): what a sector buys at home is cut
 * where the seller is less at home in the city than the buyer, and for the size of the city. Output follows jobs. A sector without
 * jobs in the city has no output and no flows; one without jobs in the country has neither.
 *
 * @param exponent δ, 0 to 1; 0 takes no account of size. It is rarely known: results are told for several.
 * @returns flows within the city; what is cut is bought elsewhere
 */
export function regionalTable(country: FlowTable, jobs: SectorJobs, exponent: number): FlowTable {
  const { sectors } = country;
  const size = sectors.length;
  const [here, all] = [total(jobs.city), total(jobs.country)];
  const part = Float64Array.from(sectors, (_, at) => {
    const share = (jobs.city[at] as number) / (jobs.country[at] as number);
    return Number.isFinite(share) ? share : 0;
  });
  const output = country.output.map((value, at) => value * (part[at] as number));
  // Simple location quotients; only their ratios and the diagonal use the whole.
  const quotient = part.map((share) => share / (here / all));
  const scale = Math.log2(1 + here / all) ** exponent;
  const flows = country.flows.map((flow, at) => {
    const to = at % size;
    const from = (at - to) / size;
    if (output[from] === 0 || output[to] === 0) return 0;
    const [seller, buyer] = [quotient[from] as number, quotient[to] as number];
    const kept = Math.min(1, (from === to ? seller : seller / buyer) * scale);
    return flow * (part[to] as number) * kept;
  });
  return { sectors, flows, output };
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
