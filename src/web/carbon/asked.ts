import type { AnalysisRows } from '../../api/contract.js';

/** One place of one inventory. */
export type CarbonRow = AnalysisRows['carbon'][number];
/** One side of it: production or consumption. */
export type CarbonSide = NonNullable<CarbonRow['consumption']>;

/** What the page of emissions is asked; all of it stands in the address. */
export interface Asked {
  readonly own: boolean;
  readonly from: string;
  readonly to: string;
  readonly chained: boolean;
  readonly interval: 'coupling' | 'decoupling';
  readonly place: string | null;
}

/** The state of an address; without years the two latest censuses, as the other pages have it. */
export function askedOf(query: URLSearchParams): Asked {
  const year = (name: string, usual: string) => {
    const text = query.get(name) ?? '';
    return /^\d{4}$/.test(text) ? text : usual;
  };
  return {
    own: query.get('own') === 'yes',
    from: year('from', '2010'),
    to: year('to', '2020'),
    chained: query.get('chained') === 'yes',
    interval: query.get('interval') === 'decoupling' ? 'decoupling' : 'coupling',
    place: query.get('city'),
  };
}

/** Both sides of a row, each with its own figures; the consumption side only where it is given. */
export function sidesOf(row: CarbonRow): readonly {
  readonly side: CarbonSide;
  readonly isConsumption: boolean;
}[] {
  const production = { side: row, isConsumption: false };
  return row.consumption === null
    ? [production]
    : [production, { side: row.consumption, isConsumption: true }];
}

/** Whether a row has any emissions at all. */
export function hasEmissions(row: CarbonRow): boolean {
  return row.years.some(({ co2 }) => co2 !== null);
}
