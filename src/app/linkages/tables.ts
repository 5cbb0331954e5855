import { AfterlodeError, phrases, type Text } from '../../base/index.js';
import type { RowSource } from '../../files/index.js';
import type { FlowTable, SectorJobs } from '../../plan/index.js';
import { readNamedRows } from '../tables/named-rows.js';

const fault = (where: string | Text, found: string | Text, expected: string | Text) =>
  new AfterlodeError('LINKAGES_TABLE', where, { found, expected });

const aSector = { en: 'a sector', zh: '部门名称' };
const sectorOnce = { en: 'each sector once', zh: '不重复的部门' };

/**
 * Reads outputs `sector,output` and flows `from,to,value`; a pair without a row is 0.
 *
 * @throws AfterlodeError LINKAGES_TABLE naming the cell, FILE_… of reading
 */
export async function readFlows(flows: RowSource, output: RowSource): Promise<FlowTable> {
  const outputs = await readNamedRows(
    output,
    { sector: { also: ['部门'], needed: true }, output: { also: ['总产出'], needed: true } },
    fault,
  );
  const places = new Map<string, number>();
  const amounts = outputs.rows.map((row) => {
    const sector = row.word('sector', aSector);
    if (places.has(sector)) throw row.wrong('sector', sector, sectorOnce);
    places.set(sector, places.size);
    const amount = row.number('output');
    if (amount >= 0) return amount;
    throw row.wrong('output', row.text('output') || phrases.empty, phrases.numberFrom0);
  });
  const size = places.size;
  const values = new Float64Array(size * size);
  const seen = new Uint8Array(values.length);
  const { rows } = await readNamedRows(
    flows,
    {
      from: { also: ['提供部门'], needed: true },
      to: { also: ['使用部门'], needed: true },
      value: { also: ['金额'], needed: true },
    },
    fault,
  );
  for (const row of rows) {
    const place = (end: 'from' | 'to') => {
      const word = row.word(end, aSector);
      const at = places.get(word);
      if (at !== undefined) return at;
      throw row.wrong(end, word, { en: 'a sector of the table of outputs', zh: '总产出表中的部门' });
    };
    const at = place('from') * size + place('to');
    if (seen[at] === 1)
      throw row.wrong('to', row.text('to'), { en: 'each pair once', zh: '每对部门只出现一次' });
    seen[at] = 1;
    values[at] = row.number('value');
    // An empty cell is not known, and what is not known cannot be inverted.
    if (!((values[at] as number) >= 0))
      throw row.wrong('value', row.text('value') || phrases.empty, phrases.numberFrom0);
  }
  return { sectors: [...places.keys()], flows: values, output: Float64Array.from(amounts) };
}

/**
 * Reads jobs `sector,city,country` of all sectors of a table.
 *
 * @throws AfterlodeError LINKAGES_TABLE, FILE_… of reading
 */
export async function readJobs(source: RowSource, sectors: readonly string[]): Promise<SectorJobs> {
  const { name, rows } = await readNamedRows(
    source,
    {
      sector: { also: ['部门'], needed: true },
      city: { also: ['本市'], needed: true },
      country: { also: ['全国'], needed: true },
    },
    fault,
  );
  const found = new Map<string, readonly [number, number]>();
  for (const row of rows) {
    const sector = row.word('sector', aSector);
    if (!sectors.includes(sector))
      throw row.wrong('sector', sector, phrases.oneOf(sectors.slice(0, 60).join(', ')));
    if (found.has(sector)) throw row.wrong('sector', sector, sectorOnce);
    const [city, country] = [row.number('city'), row.number('country')];
    if (!(country >= 0))
      throw row.wrong('country', row.text('country') || phrases.empty, phrases.numberFrom0);
    if (!(city >= 0 && city <= country))
      throw row.wrong('city', row.text('city') || phrases.empty, {
        en: `a number from 0 to ${country}, as the country contains the city`,
        zh: `0 到 ${country} 之间的数（全国包含本市）`,
      });
    found.set(sector, [city, country]);
  }
  const lacking = sectors.find((sector) => !found.has(sector));
  if (lacking !== undefined)
    throw fault(name, phrases.absent, {
      en: `a row for every sector, also ${lacking}`,
      zh: `每个部门一行，包括 ${lacking}`,
    });
  const of = (at: 0 | 1) => Float64Array.from(sectors, (sector) => found.get(sector)?.[at] as number);
  return { city: of(0), country: of(1) };
}
