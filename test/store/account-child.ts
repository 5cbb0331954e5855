import { openStore } from '../../src/store/index.js';

/** Adds account after account to a workspace and says so when each is saved. */
const [folder = '', round = ''] = process.argv.slice(2);
const store = await openStore({ folder });
process.stdout.write('adding\n');
for (let count = 0; ; count += 1) {
  const name = `a${round}-${count}`;
  const signed = { by: 'child', at: '2026-03-01T08:00:00.000Z', why: '' };
  await store.accounts.add({ name, label: '', password: '', holds: [] }, signed);
  process.stdout.write(`saved ${name}\n`);
}
