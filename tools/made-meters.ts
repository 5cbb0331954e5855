// `tsx tools/made-meters.ts ROWS FILE [month]`: a table of monthly readings of so many rows, a fifth of the homes empty, for trying out
// `afterlode vacancy --meters`. Rows stand home by home, with `month` month by month, as meters are read. A hundred million take 3.6 GB.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { seededRandom } from '../src/base/index.js';

const [rows, file, order] = [Number(process.argv[2]), process.argv[3], process.argv[4] ?? 'home'];
if (!(rows > 0) || file === undefined || !['home', 'month'].includes(order))
  throw new Error('call: tsx tools/made-meters.ts ROWS FILE [month]');
const random = seededRandom(6);
const out = createWriteStream(file);
/** Homes of an estate, months, and homes of the table. */
const [homes, months] = [400, 12];
const all = Math.ceil(rows / months);
let text = 'estate,unit,month,water,power\n';
for (let row = 0; row < rows; row++) {
  const [unit, month] =
    order === 'home' ? [Math.floor(row / months), row % months] : [row % all, Math.floor(row / all)];
  // The same homes in both orders.
  const empty = Math.imul(unit + 1, 0x9e3779b1) >>> 0 < 0.2 * 2 ** 32;
  const [water, power] = empty ? [random() / 2, random() * 5] : [2 + random() * 10, 20 + random() * 100];
  const name = `E${Math.floor(unit / homes)},3204${String(unit).padStart(10, '0')}`;
  text += `${name},2025-${String(month + 1).padStart(2, '0')},${water.toFixed(1)},${power.toFixed(0)}\n`;
  if (text.length < 1 << 20) continue;
  if (!out.write(text)) await once(out, 'drain');
  text = '';
}
out.end(text);
await once(out, 'finish');
