// `tsx tools/made-city.ts DIR [SEED]`: a made city whose vacancy is known, as the tables that `afterlode vacancy` reads.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cityTables, madeCity } from '../src/web/estates/made-city.js';

const [folder = 'made-city', seed = '1'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(cityTables(madeCity(Number(seed)))))
  writeFileSync(join(folder, name), text);
