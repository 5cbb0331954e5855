import { AfterlodeError } from '../../src/base/index.js';
import { openStore, type Store } from '../../src/store/index.js';
import { batches, manyRows, source } from './made.js';

/** Opens a workspace and imports many rows into it, twice each, and says what came of it. */
const [folder = '', rows = ''] = process.argv.slice(2);
const say = (word: string) => process.stdout.write(`${word}\n`);
const told = (error: unknown) => {
  say(error instanceof AfterlodeError ? error.code : String(error));
  return null;
};
let store: Store | null = null;
for (let tries = 0; tries < 2 && store === null; tries += 1) store = await openStore({ folder }).catch(told);
for (const letter of store === null ? [] : ['b', 'c'])
  await store?.saveImport(source(letter), batches(manyRows(Number(rows)))).then(() => say('saved'), told);
await store?.close();
say('closed');
