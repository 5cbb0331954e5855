import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf } from './csv.js';
import type { Files } from './types.js';

/** Licence texts that travel with the tables: name below `data/` and where it lies in the source folder. */
const texts: Readonly<Record<string, string>> = {
  'licenses/leiii_census.txt': 'data/panel/LICENSE-census.txt',
  'licenses/jcdasheng_China_City_sustainability.txt':
    'data/open/licenses/jcdasheng_China_City_sustainability.txt',
  'licenses/quanturban_firm.txt': 'data/open/licenses/quanturban_firm.txt',
  'licenses/Carol-seven_ionet.txt': 'data/open/licenses/Carol-seven_ionet.txt',
  'licenses/FIERsity_china-prefecture-crosswalk.txt':
    'data/open/licenses/FIERsity_china-prefecture-crosswalk.txt',
};

/** Adds the licence texts, unchanged but for the line ends. */
export function addLicences(files: Files, shared: string): void {
  for (const [name, path] of Object.entries(texts)) {
    const text = readFileSync(join(shared, path), 'utf8').replaceAll('\r\n', '\n');
    files.set(name, bytesOf(text.endsWith('\n') ? text : `${text}\n`));
  }
}
