/** Columns of a table of emissions; the last three may be left out. */
export const carbonColumns = 'place,year,co2,gdp,population,energy,co2_consumption,inventory';

/** Three invented places: one declines with its people, one is level, one grows. Emissions 10⁴ t, output 10⁸ yuan, people 10⁴. */
export function exampleTable(zh: boolean): string {
  const places: readonly (readonly [string, readonly number[], readonly number[], readonly number[]])[] = [
    [
      zh ? '甲（虚构）' : 'Alder (invented)',
      [310, 332, 351, 344, 330, 318, 301, 290, 276, 261, 250],
      [420, 455, 480, 471, 452, 440, 421, 407, 392, 378, 366],
      [118, 117, 116, 114, 111, 108, 105, 102, 99, 96, 93],
    ],
    [
      zh ? '乙（虚构）' : 'Birch (invented)',
      [205, 228, 251, 262, 255, 260, 257, 261, 256, 259, 258],
      [300, 331, 365, 398, 425, 452, 480, 511, 540, 571, 590],
      [84, 84, 85, 85, 85, 84, 84, 84, 83, 83, 83],
    ],
    [
      zh ? '丙（虚构）' : 'Cedar (invented)',
      [90, 97, 106, 118, 127, 139, 150, 166, 178, 190, 206],
      [160, 178, 199, 220, 243, 268, 297, 325, 352, 381, 410],
      [61, 62, 63, 63, 64, 65, 66, 67, 68, 68, 69],
    ],
  ];
  const rows = places.flatMap(([place, co2, gdp, people]) =>
    co2.map((one, at) => [place, 2010 + at, one, gdp[at], people[at]].join(',')),
  );
  return ['place,year,co2,gdp,population', ...rows].join('\n');
}
