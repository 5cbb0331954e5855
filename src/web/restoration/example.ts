import type { NamedText } from '../parts/table-field.js';

/** Files of the parts of the page. */
export type LedgerField = 'ledger';
export type TreatmentField = 'parcels' | 'prices';
export type LegacyField = 'legacy' | 'paces';
export type ForestField = 'stands' | 'factors' | 'credit';

const ledger = `project,year,item,kind,amount,payer,area_mu,unit_price,claim
Zhonghu,2013,investment,cost,2200000000,private,,,2200000000
Zhonghu,2013,investment,cost,1250000000,private,,,
Zhonghu,2018,building_land,benefit,,private,8000,800000,6400000000
Zhonghu,2018,farmland,benefit,,society,,,400000000
Zhonghu,2018,green,benefit,,society,,,12800000000
`;

const parcels = `id,area_mu,depth_m,settlement_mm,rate_mm_yr,rate_error,stable_from,high_water,contaminated
A1,3200,0.8,12,,,,yes,no
A2,1500,1.2,,-140,10,,yes,
B1,2600,2.1,8,,,,yes,no
B2,1800,2.4,,-95,8,,yes,no
B3,900,1.9,,-62,9,,yes,no
C1,11600,4.2,,,,2015,yes,no
C2,2100,5,,-180,12,,yes,no
C3,700,3.6,10,,,,,no
D1,1100,,15,,,,yes,yes
`;

const prices = `treatment,low,high,scope
lake,9800,96000,Pan'an Lake phase 1 (low); Zhonghu with landscape and resettlement (high)
farmland_or_building,45000,82000,whole projects: Huainan nine mines (low); Huaibei with resettlement (high)
`;

const legacy = `year,registered_mu,treated_total_mu,new_mu,treated_mu,published_percent
2021,416000,206000,,,50
`;

const paces = `scenario,new_mu,treated_mu,new_low,new_high,treated_low,treated_high
5000 mu a year,8000,5000,,,,
as much as sinks,8000,8000,,,,
twice as much,8000,16000,6000,10000,12000,20000
mining ends,0,10000,,,8000,12000
`;

const stands = `forest,year,species,area_ha,volume_m3,age
natural forest,2008,larch,42000,4100000,62
natural forest,2008,birch,30000,2350000,48
natural forest,2013,larch,42000,4330000,67
natural forest,2013,birch,30000,2500000,53
natural forest,2018,larch,42000,4440000,72
natural forest,2018,birch,30000,2570000,58
new planting,2013,poplar,5200,140000,6
new planting,2018,poplar,5200,330000,11
`;

const factors = `species,density,expansion,roots,carbon,a,b,source
larch,0.49,1.4,0.21,,,,"from memory (M), replace"
birch,0.541,1.37,0.25,,,,"from memory (M), replace"
poplar,,,,,0.4754,30.6034,"continuous function, from memory (M), replace"
`;

const credit = `forest,methodology,additional,baseline,leakage,buffer,price
natural forest,,,,,,
new planting,afforestation (assumed),yes,500,0.05,0.2,60
`;

/** Tables of the page by part, as they stand in `examples/huaibei-restoration` and `examples/forest-carbon`. */
export const restorationExamples = {
  ledger: named({ ledger }),
  treatment: named({ parcels, prices }),
  legacy: named({ legacy, paces }),
  forest: named({ stands, factors, credit }),
};

function named<Field extends string>(
  texts: Readonly<Record<Field, string>>,
): Readonly<Record<Field, NamedText>> {
  const entries = Object.entries<string>(texts).map(([name, text]) => [name, { name: `${name}.csv`, text }]);
  return Object.fromEntries(entries) as Record<Field, NamedText>;
}
