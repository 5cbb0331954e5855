import { openStore } from '../../src/store/index.js';
import { batches, manyRows, source } from './made.js';

/** Imports many rows into a workspace and says when it begins and when all is saved. */
const [folder = '', round = '', rows = ''] = process.argv.slice(2);
const store = await openStore({ folder });
process.stdout.write('importing\n');
await store.saveImport(
  source('k', { sha256: round.padStart(64, '0') }),
  batches(manyRows(Number(rows), Number(round)), 500),
);
process.stdout.write('saved\n');
await store.close();
