import { sheetLine } from '../../base/index.js';
import { type CarbonRow, sidesOf } from './asked.js';

const factors = ['population', 'gdpPerHead', 'co2PerGdp'] as const;
const kayaFactors = ['population', 'gdpPerHead', 'energyPerGdp', 'co2PerEnergy'] as const;

const heading = [
  'place',
  'name_zh',
  'name_en',
  'inventory',
  'side',
  'gdp',
  'from',
  'to',
  'drivers',
  'co2_percent',
  'gdp_percent',
  'population_percent',
  'elasticity',
  'tapio_state',
  ...factors.map((one) => `lmdi_${one}`),
  'lmdi_total',
  ...kayaFactors.map((one) => `kaya_${one}`),
  'mk_n',
  'mk_s',
  'mk_z',
  'mk_p',
  'sen_slope',
  'peak',
  'peak_year',
  'passive_share',
  'catalog',
];

/** Results as CSV, a row for each place, inventory and side: numbers unrounded in the units of the figures, missing empty. */
export function carbonCsv(rows: readonly CarbonRow[], catalog: string): string {
  const lines = rows.flatMap((row) =>
    sidesOf(row).map(({ side, isConsumption }) => [
      ...keyOf(row, isConsumption),
      row.gdp,
      row.from,
      row.to,
      row.chained ? 'chained' : 'ends',
      side.tapio.co2Percent,
      side.tapio.gdpPercent,
      row.populationPercent,
      side.tapio.elasticity,
      side.tapio.state,
      ...factors.map((one) => side.lmdi[one]),
      side.lmdi.total,
      ...kayaFactors.map((one) => side.kaya?.[one] ?? null),
      side.mannKendall.n,
      side.mannKendall.s,
      side.mannKendall.z,
      side.mannKendall.p,
      side.mannKendall.senSlope,
      side.peak,
      side.peakYear,
      side.passiveShare,
      catalog,
    ]),
  );
  return textOf(heading, lines);
}

/** Figures of each year and the step that leads to it, for the rows of one place. */
export function yearsCsv(rows: readonly CarbonRow[], catalog: string): string {
  const lines = rows.flatMap((row) =>
    sidesOf(row).flatMap(({ side, isConsumption }) =>
      row.years.map((one) => {
        const step = side.steps.find(({ to }) => to === one.year);
        return [
          ...keyOf(row, isConsumption),
          one.year,
          isConsumption ? one.co2Consumption : one.co2,
          one.gdp,
          one.population,
          one.energy,
          step?.from ?? null,
          step?.co2Percent ?? null,
          step?.gdpPercent ?? null,
          step?.elasticity ?? null,
          step?.state ?? null,
          catalog,
        ];
      }),
    ),
  );
  const head =
    'place,name_zh,name_en,inventory,side,year,co2,gdp,population,energy,step_from,co2_percent,gdp_percent,elasticity,tapio_state,catalog';
  return textOf(head.split(','), lines);
}

function keyOf(row: CarbonRow, isConsumption: boolean): (string | null)[] {
  const side = isConsumption ? 'consumption' : 'production';
  return [row.place, row.name?.zh ?? null, row.name?.en ?? null, row.inventory, side];
}

function textOf(head: readonly string[], lines: readonly (readonly (string | number | null)[])[]): string {
  return `${[head.join(','), ...lines.map(sheetLine)].join('\r\n')}\r\n`;
}
