// `tsx tools/made-meters.ts ROWS FILE`: a table of monthly readings of so many rows, a fifth of the homes empty, for trying out
// `afterlode vacancy --meters`. A hundred million rows take 3.6 GB.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seededRandom } from '../src/base/index.js';

const [rows, file] = [Number(process.argv[2]), process.argv[3]];
if (!(rows > 0) || file === undefined) throw new Error('call: tsx tools/made-meters.ts ROWS FILE');
const random = seededRandom(6);
const out = createWriteStream(file);
/** Homes of an estate. */
const homes = 400;
let text = 'estate,unit,month,water,power\n';
for (let row = 0, unit = 0; row < rows; unit++) {
  const empty = random() < 0.2;
  const name = `E${Math.floor(unit / homes)},3204${String(unit).padStart(10, '0')}`;
  for (let month = 1; month <= 12 && row < rows; month++, row++) {
    const [water, power] = empty ? [random() / 2, random() * 5] : [2 + random() * 10, 20 + random() * 100];
    text += `${name},2025-${String(month).padStart(2, '0')},${water.toFixed(1)},${power.toFixed(0)}\n`;
  }
  if (text.length < 1 << 20) continue;
  if (!out.write(text)) await once(out, 'drain');
  text = '';
}
out.end(text);
await once(out, 'finish');
